// The page's own words, in both languages. What the bot says never stands here.

const WORDS = {
  id: {
    playground: 'panggung',
    running: 'Bot berjalan',
    restarting: 'Bot dimulai ulang…',
    stopped: 'Bot berhenti',
    cutOff: 'Telegram terputus',
    restart: 'Mulai ulang bot',
    restartHint: 'Hentikan bot dan jalankan lagi di atas basis data yang sama',
    cut: 'Putus Telegram',
    back: 'Sambungkan',
    cutHint: 'Bot tidak dapat mencapai Telegram sampai disambungkan kembali',
    over: 'Dari awal',
    overHint: 'Basis data baru, percakapan kosong, kembali ke hari ini',
    overAsk: 'Hapus semua percakapan dan permohonan, lalu mulai dari awal?',
    officeTime: 'Waktu kantor',
    hour: '+1 jam',
    hourHint: 'Majukan waktu kantor satu jam, bagi semua orang',
    workingDay: '+1 hari kerja',
    workingDayHint: 'Majukan waktu kantor ke jam yang sama pada hari kerja berikutnya, bagi semua orang',
    language: 'Bahasa semua orang',
    people: 'Orang',
    all: 'Semua',
    goTo: n => `${n} baru, buka ponsel`,
    offline: 'Sambungan ke panggung terputus. Mencoba lagi…',
    empty: 'Belum ada percakapan.',
    start: 'Mulai',
    typing: 'sedang mengetik…',
    edited: 'diedit',
    newer: n => `↓ ${n} baru`,
    newest: '↓',
    changed: '↑ Ada yang berubah',
    message: 'Pesan',
    send: 'Kirim',
    commands: 'Perintah',
    attach: 'Lampirkan',
    edit: 'Ubah pesan',
    cancel: 'Batal',
    ok: 'Baik',
    file: 'Berkas…',
    photo: 'Foto…',
    sampleLetter: 'Surat contoh (PDF)',
    samplePhoto: 'Foto contoh',
    contactOfAnother: 'Kontak orang lain',
    imageAsk: name => `Kirim ${name} sebagai…`,
    asPhoto: 'Foto',
    asFile: 'Berkas',
    drop: 'Lepaskan untuk mengirim',
    copied: 'Tersalin',
    failed: 'Tidak berhasil',
    reply: 'Balasan',
  },
  en: {
    playground: 'playground',
    running: 'Bot running',
    restarting: 'Bot restarting…',
    stopped: 'Bot stopped',
    cutOff: 'Telegram cut off',
    restart: 'Restart bot',
    restartHint: 'Stop the bot and start it again on the same database',
    cut: 'Cut Telegram',
    back: 'Reconnect',
    cutHint: 'The bot cannot reach Telegram until it is connected again',
    over: 'Start over',
    overHint: 'Fresh database, empty chats, back to today',
    overAsk: 'Drop all chats and requests and start over?',
    officeTime: 'Office time',
    hour: '+1 hour',
    hourHint: 'Move the office’s time an hour ahead, for everyone',
    workingDay: '+1 working day',
    workingDayHint: 'Move the office’s time to the same time on the next working day, for everyone',
    language: 'Everyone’s language',
    people: 'People',
    all: 'All',
    goTo: n => `${n} new, go to the phone`,
    offline: 'Lost the stage. Trying again…',
    empty: 'No conversation yet.',
    start: 'Start',
    typing: 'typing…',
    edited: 'edited',
    newer: n => `↓ ${n} new`,
    newest: '↓',
    changed: '↑ Something changed',
    message: 'Message',
    send: 'Send',
    commands: 'Commands',
    attach: 'Attach',
    edit: 'Edit message',
    cancel: 'Cancel',
    ok: 'OK',
    file: 'File…',
    photo: 'Photo…',
    sampleLetter: 'Sample letter (PDF)',
    samplePhoto: 'Sample photo',
    contactOfAnother: 'Someone else\'s contact',
    imageAsk: name => `Send ${name} as…`,
    asPhoto: 'Photo',
    asFile: 'File',
    drop: 'Drop to send',
    copied: 'Copied',
    failed: 'That did not work',
    reply: 'Reply',
  },
};

let language = 'id';

export const spoken = () => language;

/** The word for `key`, with what it counts or names. */
export function word(key, ...facts) {
  const found = WORDS[language][key];
  return typeof found === 'function' ? found(...facts) : found;
}

/** Switches the page and refills everything in it that carries a `data-word`, `data-title`, `data-label` or `data-hint`. */
export function speak(next, root = document) {
  language = next in WORDS ? next : 'id';
  document.documentElement.lang = language;
  fill(root);
}

export function fill(root) {
  for (const [mark, put] of [
    ['word', (node, text) => { node.textContent = text; }],
    ['title', (node, text) => { node.title = text; }],
    ['label', (node, text) => { node.setAttribute('aria-label', text); }],
    ['hint', (node, text) => { node.placeholder = text; }],
  ]) {
    for (const node of root.querySelectorAll(`[data-${mark}]`)) put(node, word(node.dataset[mark]));
  }
}
