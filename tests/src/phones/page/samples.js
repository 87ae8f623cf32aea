// Papers for people who have none at hand, made in the browser.

import { now } from './clock.js';

/** A signed letter of one page: the smallest PDF that every viewer opens. */
export function letter(name, title) {
  const lines = [
    ['F2', 15, 'PEMERINTAH DAERAH'],
    ['F1', 11, title],
    ['F1', 11, ''],
    ['F2', 12, 'SURAT PERMOHONAN (CONTOH)'],
    ['F1', 11, `Nomor: 000/${String(Math.floor(Math.random() * 900) + 100)}/CONTOH/${now().getFullYear()}`],
    ['F1', 11, ''],
    ['F1', 11, 'Yth. Kepala Dinas Komunikasi dan Informatika'],
    ['F1', 11, ''],
    ['F1', 11, 'Bersama ini kami mengajukan permohonan layanan sebagaimana'],
    ['F1', 11, 'diisi melalui Loket. Surat ini hanya contoh.'],
    ['F1', 11, ''],
    ['F1', 11, 'Hormat kami,'],
    ['F1', 11, ''],
    ['F2', 11, name],
  ];
  const text = lines
    .map(([font, size, line]) => `/${font} ${size} Tf (${escaped(line)}) Tj T*`)
    .join('\n');
  const stream = `BT 20 TL 72 770 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  pdf += places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new File([pdf], 'surat-permohonan.pdf', { type: 'application/pdf' });
}

/** Only ASCII goes into the PDF, so that its offsets are its string indices. */
function escaped(text) {
  return text.normalize('NFKD').replace(/[^\x20-\x7e]/g, '').replace(/[\\()]/g, found => `\\${found}`);
}

/** A picture that differs from person to person and from minute to minute. */
export async function photo(name) {
  const canvas = document.createElement('canvas');
  canvas.width = 960;
  canvas.height = 640;
  const brush = canvas.getContext('2d');
  const hue = ([...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) * 7) % 360;
  const sky = brush.createLinearGradient(0, 0, 0, 640);
  sky.addColorStop(0, `hsl(${hue} 45% 32%)`);
  sky.addColorStop(1, `hsl(${(hue + 40) % 360} 50% 58%)`);
  brush.fillStyle = sky;
  brush.fillRect(0, 0, 960, 640);
  for (let rack = 0; rack < 4; rack += 1) {
    brush.fillStyle = 'rgb(12 18 28 / .75)';
    brush.fillRect(110 + rack * 195, 130, 160, 430);
    for (let unit = 0; unit < 12; unit += 1) {
      brush.fillStyle = (unit * 5 + rack * 3) % 4 ? 'rgb(90 220 150)' : 'rgb(250 190 80)';
      brush.fillRect(128 + rack * 195, 152 + unit * 33, 12, 8);
      brush.fillStyle = 'rgb(255 255 255 / .12)';
      brush.fillRect(152 + rack * 195, 148 + unit * 33, 100, 16);
    }
  }
  brush.fillStyle = 'white';
  brush.font = '600 30px sans-serif';
  brush.fillText(`${name}, ${now().toLocaleString('id')}`, 40, 70);
  const blob = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85));
  return new File([blob], 'foto-contoh.jpg', { type: 'image/jpeg' });
}
