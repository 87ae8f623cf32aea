-- The office as it stood under a program whose newest migration was m23: scenarios/upgrades.rs.
DELETE FROM "calendar";
INSERT INTO "calendar" ("id", "revision") VALUES
(1, 0);
DELETE FROM "card";
INSERT INTO "card" ("id", "token", "person_id", "request_id", "task_id", "message", "retired_at") VALUES
(1, 'p2P6sYOSe4gmWWsg', 2, 1, NULL, 700016, NULL),
(2, 'SBT87Yena1ETMjCN', 4, 1, 1, 700015, '2026-11-30T16:21:55.961001+00:00'),
(3, 'oKqEPlalusI95qbh', 5, 1, 2, 700018, '2026-11-30T16:21:58.249026+00:00'),
(4, 'nbY8HbBwOiRkZlgt', 2, 2, NULL, 700029, NULL),
(5, 'd-szYEhEGf2lkEEy', 4, 2, 3, 700028, '2026-11-30T16:22:11.832859+00:00'),
(6, 'pb9txVVqYcnXS5HM', 2, 2, 4, 700032, NULL),
(7, 'VHpCZRMMyKwgPiWW', 2, 3, NULL, 700040, NULL),
(8, 'PqMz2O5lPUKmFDbT', 4, 3, 5, 700039, '2026-11-30T16:22:19.879603+00:00'),
(9, 'EYr0YbVbngMJiac3', 5, 3, 6, 700042, NULL),
(10, 'V8NaHZYmNrIaLIv8', 2, 4, NULL, 700050, NULL),
(11, 'JzRf7Xst9HUHlJfu', 4, 4, 7, 700049, NULL);
DELETE FROM "deed";
INSERT INTO "deed" ("id", "at", "by_id", "about_id", "body") VALUES
(1, '2026-11-30T16:21:45.394369+00:00', 1, 1, '{"kind":"came-in","role":"administrator"}'),
(2, '2026-11-30T16:21:46.428905+00:00', 2, 2, '{"kind":"came-in","role":"pic"}'),
(3, '2026-11-30T16:21:47.491469+00:00', 4, 4, '{"kind":"came-in","role":"helpdesk"}'),
(4, '2026-11-30T16:21:48.664741+00:00', 5, 5, '{"kind":"came-in","role":"division-head"}');
DELETE FROM "draft";
INSERT INTO "draft" ("id", "token", "person_id", "procedure", "procedure_version", "filling", "parked", "revision", "changed_at") VALUES
(6, 'o2eED_0JIymqE0r8', 2, 'pinjam-alat', 1, '{"answers":{"keperluan":{"kind":"text","value":"Siaran rapat kelima"}},"at":"next","old":{":opened-by":{"kind":"choice","value":"pic"}}}', FALSE, 2, '2026-11-30T16:22:30.260455+00:00');
DELETE FROM "event";
INSERT INTO "event" ("request_id", "seq", "at", "by_id", "body") VALUES
(1, 1, '2026-11-30T16:21:53.235762+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(1, 2, '2026-11-30T16:21:55.961001+00:00', 4, '{"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(1, 3, '2026-11-30T16:21:58.249026+00:00', 5, '{"kind":"decided","outcome":"izinkan","role":"division-head","step":"izin"}'),
(2, 1, '2026-11-30T16:22:05.728703+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(2, 2, '2026-11-30T16:22:11.832859+00:00', 4, '{"kind":"decided","marked":["keperluan"],"outcome":"kembalikan","reason":"Surat belum ditandatangani","role":"helpdesk","step":"periksa"}'),
(3, 1, '2026-11-30T16:22:17.608627+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(3, 2, '2026-11-30T16:22:19.879603+00:00', 4, '{"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(4, 1, '2026-11-30T16:22:26.172599+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}');
DELETE FROM "holding";
INSERT INTO "holding" ("person_id", "role", "since") VALUES
(1, 'administrator', '2026-11-30T16:21:45.394329+00:00'),
(2, 'pic', '2026-11-30T16:21:46.428880+00:00'),
(4, 'helpdesk', '2026-11-30T16:21:47.491450+00:00'),
(5, 'division-head', '2026-11-30T16:21:48.664722+00:00');
DELETE FROM "invitation";
INSERT INTO "invitation" ("token_hash", "role", "name", "agency", "created_at", "expires_at", "used_at", "used_by") VALUES
('7fc81b73f462e9e97578debbde5fe0692fa8c472427339621346f8569d01ce10', 'administrator', 'Administrator', NULL, '2026-11-30T16:21:44.060575+00:00', '2026-12-07T16:21:44.060572+00:00', NULL, NULL),
('4779d9ad176ceab9206f3c7b4b64b2c43cbdac8f96bbfcbe220d4d404f1e850f', 'administrator', 'Ade', NULL, '2026-11-30T16:21:45.351416+00:00', '2026-12-07T16:21:45.351413+00:00', '2026-11-30T16:21:45.394220+00:00', 1),
('85afb42f3a14eb6a3ff1e7e6b2fdcd6f0f2464ce27b3dbbae2254f284fe17516', 'pic', 'Sari', 'dinsos', '2026-11-30T16:21:46.314789+00:00', '2026-12-07T16:21:46.314786+00:00', '2026-11-30T16:21:46.428709+00:00', 2),
('0b8975115b8fbd57a96214a6ec4a58f38e858904d7ac3a4f315d715cb7807933', 'helpdesk', 'Hana', NULL, '2026-11-30T16:21:47.356595+00:00', '2026-12-07T16:21:47.356592+00:00', '2026-11-30T16:21:47.491389+00:00', 4),
('5b9cb0af0fb2e1bcb83fe0075878d0cbf27d2087c450757f66bf279530e22624', 'division-head', 'Dewi', NULL, '2026-11-30T16:21:48.547121+00:00', '2026-12-07T16:21:48.547118+00:00', '2026-11-30T16:21:48.664662+00:00', 5);
DELETE FROM "issued";
INSERT INTO "issued" ("id", "request_id", "seq", "paper", "number", "year", "check_code", "issued_at", "media", "size", "sha256", "made_at", "attempts") VALUES
(1, 1, 1, 'tanda-terima', NULL, 2026, 'G3WRQAZLXZC8', '2026-11-30T16:21:53.235762+00:00', 'application/pdf', 26066, '4972770b1957c57c763c65244ee40fd0e0a201b319b3ed95a6a717cb202ab842', '2026-11-30T16:21:53.792260+00:00', 0),
(2, 1, 3, 'surat-izin', '500.12/001/Diskominfo/2026', 2026, 'FTC674LYZ88J', '2026-11-30T16:21:58.249026+00:00', 'application/pdf', 33653, 'e6318548b92ec5659c7ddb19eaa4c5fd4762117866b332993ee7f1414adb0eaf', '2026-11-30T16:21:58.548191+00:00', 0),
(3, 2, 1, 'tanda-terima', NULL, 2026, 'QG4DVBM28DCP', '2026-11-30T16:22:05.728703+00:00', 'application/pdf', 26041, '2248dfafda984f96c12be9cbb9e87ee7502be9499803773998cecc2ecab08d72', '2026-11-30T16:22:05.800555+00:00', 0),
(4, 3, 1, 'tanda-terima', NULL, 2026, 'AA3EHTVNTQW3', '2026-11-30T16:22:17.608627+00:00', 'application/pdf', 25354, '2063d330e04399280b823dc51d9602811378b8d4defa04c09bef8a808830ec2d', '2026-11-30T16:22:17.834339+00:00', 0),
(5, 4, 1, 'tanda-terima', NULL, 2026, 'WX5JLX98STYJ', '2026-11-30T16:22:26.172599+00:00', 'application/pdf', 26089, '65f2362db208517e78eee3577b66888b031ca1aa09bd9f070756bf67c388f309', '2026-11-30T16:22:26.332337+00:00', 0);
DELETE FROM "line";
INSERT INTO "line" ("id", "register", "number", "request_id", "part", "agency", "name", "cells", "words", "opened_at", "changed_at") VALUES
(1, 'alat', 1, 1, 0, 'dinsos', 'Siaran rapat pertama', '{"diizinkan":{"value":{"kind":"moment","value":"2026-11-30T16:21:58.249026Z"}},"keperluan":{"value":{"kind":"text","value":"Siaran rapat pertama"}}}', 'pal-2026-0001
dinsos
siaran rapat pertama
2026-11-30t16:21:58.249026+00:00
siaran rapat pertama', '2026-11-30T16:21:58.249026+00:00', '2026-11-30T16:21:58.249026+00:00');
DELETE FROM "mark";
INSERT INTO "mark" ("name", "at") VALUES
('wound-up', '2026-11-30T16:21:43.964888+00:00'),
('noted', '2026-11-30T16:21:43.967348+00:00'),
('stopped', '2026-11-30T16:22:35.125575+00:00');
DELETE FROM "outbox";
INSERT INTO "outbox" ("id", "person_id", "what", "card_id", "created_at", "attempts", "done_at", "urgency") VALUES
(1, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:21:53.253186+00:00', 0, '2026-11-30T16:21:53.408299+00:00', 0),
(2, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:21:53.253616+00:00', 0, '2026-11-30T16:21:53.332096+00:00', 0),
(3, 2, '{"kind":"issued","paper":1}', NULL, '2026-11-30T16:21:53.792521+00:00', 0, '2026-11-30T16:21:53.828199+00:00', 0),
(4, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:21:55.961414+00:00', 0, '2026-11-30T16:21:56.156205+00:00', 0),
(5, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:21:55.961415+00:00', 0, '2026-11-30T16:21:56.017870+00:00', 0),
(6, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:21:55.961633+00:00', 0, '2026-11-30T16:21:56.156145+00:00', 0),
(7, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:21:58.249669+00:00', 0, '2026-11-30T16:21:58.384078+00:00', 0),
(8, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:21:58.249670+00:00', 0, '2026-11-30T16:21:58.480051+00:00', 0),
(9, 2, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:21:58.249672+00:00', 0, '2026-11-30T16:21:58.438467+00:00', 0),
(10, 4, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:21:58.249702+00:00', 0, '2026-11-30T16:21:58.333705+00:00', 0),
(11, 2, '{"kind":"issued","paper":2}', NULL, '2026-11-30T16:21:58.548339+00:00', 0, '2026-11-30T16:21:58.584227+00:00', 0),
(12, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:22:05.729120+00:00', 0, '2026-11-30T16:22:05.868219+00:00', 0),
(13, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:22:05.729292+00:00', 0, '2026-11-30T16:22:05.754214+00:00', 0),
(14, 2, '{"kind":"issued","paper":3}', NULL, '2026-11-30T16:22:05.800706+00:00', 0, '2026-11-30T16:22:05.916129+00:00', 0),
(15, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:22:11.833154+00:00', 0, '2026-11-30T16:22:11.849441+00:00', 0),
(16, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:22:11.833154+00:00', 0, '2026-11-30T16:22:12.062868+00:00', 0),
(17, 2, '{"card":6,"kind":"card"}', 6, '2026-11-30T16:22:11.833408+00:00', 0, '2026-11-30T16:22:12.022325+00:00', 0),
(18, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:22:17.609003+00:00', 0, '2026-11-30T16:22:17.756212+00:00', 0),
(19, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:22:17.609145+00:00', 0, '2026-11-30T16:22:17.712873+00:00', 0),
(20, 2, '{"kind":"issued","paper":4}', NULL, '2026-11-30T16:22:17.834490+00:00', 0, '2026-11-30T16:22:17.837205+00:00', 0),
(21, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:22:19.879852+00:00', 0, '2026-11-30T16:22:19.964592+00:00', 0),
(22, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:22:19.879853+00:00', 0, '2026-11-30T16:22:19.984026+00:00', 0),
(23, 5, '{"card":9,"kind":"card"}', 9, '2026-11-30T16:22:19.888566+00:00', 0, '2026-11-30T16:22:19.938171+00:00', 0),
(24, 2, '{"card":10,"kind":"card"}', 10, '2026-11-30T16:22:26.173022+00:00', 0, '2026-11-30T16:22:26.452307+00:00', 0),
(25, 4, '{"card":11,"kind":"card"}', 11, '2026-11-30T16:22:26.173178+00:00', 0, '2026-11-30T16:22:26.316900+00:00', 0),
(26, 2, '{"kind":"issued","paper":5}', NULL, '2026-11-30T16:22:26.332430+00:00', 0, '2026-11-30T16:22:26.526413+00:00', 0);
DELETE FROM "paper";
INSERT INTO "paper" ("id", "name", "media", "size", "sha256", "handle", "by_id", "at", "request_id") VALUES
(1, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700013', 2, '2026-11-30T16:21:52.384305+00:00', 1),
(2, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700026', 2, '2026-11-30T16:22:04.828112+00:00', 2),
(3, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700037', 2, '2026-11-30T16:22:16.784184+00:00', 3),
(4, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700047', 2, '2026-11-30T16:22:25.258196+00:00', 4);
DELETE FROM "person";
INSERT INTO "person" ("id", "account", "name", "language", "agency", "created_at") VALUES
(1, 5000000001, 'Ade', 'id', NULL, '2026-11-30T16:21:45.394064+00:00'),
(2, 5000000002, 'Sari', 'id', 'dinsos', '2026-11-30T16:21:46.428610+00:00'),
(3, 0, 'Loket', 'id', NULL, '2026-11-30T16:21:46.429120+00:00'),
(4, 5000000003, 'Hana', 'id', NULL, '2026-11-30T16:21:47.491322+00:00'),
(5, 5000000004, 'Dewi', 'id', NULL, '2026-11-30T16:21:48.664598+00:00');
DELETE FROM "procedure_version";
INSERT INTO "procedure_version" ("code", "version", "source", "since") VALUES
('pinjam-alat', 1, '# Borrowing a tool: two questions, two approvals, one way back, two papers and a register. It never changes: the databases that
# stand here hold it as their program read it.

code = "pinjam-alat"
version = 1
prefix = "PAL"
title = "Pinjam Alat"
about = "Meminjam alat dinas."
source = "SOP Peminjaman Alat, contoh, tanpa nomor"
opens = "pic"
work-starts = "izin"
inform-at-end = ["helpdesk"]
facts = ["keperluan", "surat"]
records = "Buku peminjaman"

[[paper]]
code = "tanda-terima"
title = { id = "Tanda Terima", en = "Receipt" }
template = "receipt"
at = "ajukan"
for = "all"

[[paper]]
code = "surat-izin"
title = { id = "Surat Izin", en = "Permit" }
template = "report"
at = "izin"
on = ["izinkan"]
for = "all"
number = "{klasifikasi}/{urut:3}/{unit}/{tahun}"

[[register]]
code = "alat"
at = "izin"
on = ["izinkan"]
name = "keperluan"
fill = { keperluan = "keperluan", diizinkan = "@now" }

[[end]]
code = "selesai"
label = "Selesai"
kind = "done"

[[end]]
code = "ditolak"
label = "Ditolak"
kind = "rejected"

[[end]]
code = "kedaluwarsa"
label = { id = "Kedaluwarsa", en = "Expired" }
kind = "lapsed"

[[end]]
code = "ditarik"
label = "Ditarik pemohon"
kind = "withdrawn"

[[step]]
code = "ajukan"
row = 1
title = "Ajukan Peminjaman"
activity = "OPD mengajukan surat peminjaman alat"
performer = "pic"
needs = "Surat peminjaman"
time = "3 menit"
output = "Surat peminjaman"

[[step.field]]
code = "keperluan"
label = "Keperluan"
ask = "Untuk keperluan apa?"
example = "Siaran rapat koordinasi"
kind = "text"
min = 5
max = 80

[[step.field]]
code = "surat"
label = "Surat peminjaman"
ask = "Mohon kirim surat peminjaman."
kind = "document"
types = ["pdf"]
max-mb = 2

[[step.outcome]]
code = "kirim"
label = "Kirim Permohonan"
past = "diajukan"
tone = "yes"
to = "periksa"

[[step]]
code = "periksa"
row = 2
title = "Periksa Permohonan"
activity = "Helpdesk memeriksa surat peminjaman"
performer = "helpdesk"
needs = "Surat peminjaman"
time = "5 menit"
output = "Surat yang sudah diperiksa"

[[step.outcome]]
code = "setujui"
label = "Teruskan"
past = "diteruskan kepada Kabid"
tone = "yes"
to = "izin"
inform = ["helpdesk"]

[[step.outcome]]
code = "kembalikan"
label = "Kembalikan"
past = "dikembalikan untuk dilengkapi"
tone = "return"
to = "lengkapi"
reason = "required"
usual = ["Surat belum ditandatangani"]
marks = true

[[step]]
code = "lengkapi"
title = "Lengkapi Permohonan"
activity = "OPD melengkapi permohonan"
performer = "pic"
output = "Permohonan yang sudah dilengkapi"
pauses = true
repairs = true

[[step.outcome]]
code = "kirim-perbaikan"
label = "Lengkapi Sekarang"
past = "dilengkapi"
tone = "yes"
resume = true

[[step]]
code = "izin"
row = 3
title = "Beri Izin"
activity = "Kabid memberi izin peminjaman"
performer = "division-head"
needs = "Surat peminjaman"
time = "5 menit"
output = "Izin"

[[step.outcome]]
code = "izinkan"
label = "Izinkan"
past = "diizinkan"
tone = "yes"
ends = "selesai"
inform = ["helpdesk"]

[[step.outcome]]
code = "tolak"
label = "Tolak"
past = "ditolak"
tone = "no"
ends = "ditolak"
reason = "required"
usual = ["Alat sedang diperbaiki"]
', '2026-11-30T16:21:43.896901+00:00');
DELETE FROM "request";
INSERT INTO "request" ("id", "token", "ticket", "procedure", "procedure_version", "agency", "applicant_id", "state", "ended", "version", "opened_at", "changed_at", "phase", "found_by", "alike") VALUES
(1, 'hWnq8og6tQcfo1Gn', 'PAL-2026-0001', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:21:58.249026Z","standing":{"ended":"selesai"},"started":true}', 'selesai', 3, '2026-11-30T16:21:53.235762+00:00', '2026-11-30T16:21:58.249026+00:00', 'done', 'pal-2026-0001
siaran rapat pertama', '[]'),
(2, 'aHSRAWBwHmIiZ0f9', 'PAL-2026-0002', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"reason":"Surat belum ditandatangani","returned":{"by":"periksa","marked":["keperluan"]},"since":"2026-11-30T16:22:11.832859Z","standing":{"at":"lengkapi"},"started":false}', NULL, 2, '2026-11-30T16:22:05.728703+00:00', '2026-11-30T16:22:11.832859+00:00', 'applicant', 'pal-2026-0002
siaran rapat kedua', '[]'),
(3, '2AO9JDvMSscBwJr1', 'PAL-2026-0003', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:22:19.879603Z","standing":{"at":"izin"},"started":true}', NULL, 2, '2026-11-30T16:22:17.608627+00:00', '2026-11-30T16:22:19.879603+00:00', 'running', 'pal-2026-0003
siaran rapat ketiga', '[]'),
(4, '-zQwb4saVRIDJsoX', 'PAL-2026-0004', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:22:26.172599Z","standing":{"at":"periksa"},"started":false}', NULL, 1, '2026-11-30T16:22:26.172599+00:00', '2026-11-30T16:22:26.172599+00:00', 'running', 'pal-2026-0004
siaran rapat keempat', '[]');
DELETE FROM "roster";
INSERT INTO "roster" ("id", "revision") VALUES
(1, 3397327713583006049);
DELETE FROM "task";
INSERT INTO "task" ("id", "request_id", "step", "role", "assigned_id", "opened_at", "opened_seq", "closed_at", "closed_seq", "due_at", "standard", "allowed", "counts_from", "used", "paused", "took", "revision", "decided") VALUES
(1, 1, 'periksa', 'helpdesk', NULL, '2026-11-30T16:21:53.235762+00:00', 1, '2026-11-30T16:21:55.961001+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:53.235762+00:00', 0, 0, 0, 0, TRUE),
(2, 1, 'izin', 'division-head', NULL, '2026-11-30T16:21:55.961001+00:00', 2, '2026-11-30T16:21:58.249026+00:00', 3, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:55.961001+00:00', 0, 0, 0, 0, TRUE),
(3, 2, 'periksa', 'helpdesk', NULL, '2026-11-30T16:22:05.728703+00:00', 1, '2026-11-30T16:22:11.832859+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:22:05.728703+00:00', 0, 0, 0, 0, TRUE),
(4, 2, 'lengkapi', 'pic', 2, '2026-11-30T16:22:11.832859+00:00', 2, NULL, NULL, NULL, NULL, NULL, '2026-11-30T16:22:11.832859+00:00', 0, 0, NULL, 0, FALSE),
(5, 3, 'periksa', 'helpdesk', NULL, '2026-11-30T16:22:17.608627+00:00', 1, '2026-11-30T16:22:19.879603+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:22:17.608627+00:00', 0, 0, 0, 0, TRUE),
(6, 3, 'izin', 'division-head', NULL, '2026-11-30T16:22:19.879603+00:00', 2, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:22:19.879603+00:00', 0, 0, NULL, 0, FALSE),
(7, 4, 'periksa', 'helpdesk', NULL, '2026-11-30T16:22:26.172599+00:00', 1, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:22:26.172599+00:00', 0, 0, NULL, 0, FALSE);
DELETE FROM "ticket_count";
INSERT INTO "ticket_count" ("prefix", "year", "last") VALUES
('PAL', 2026, 4),
('alat', 0, 1),
('paper:surat-izin', 2026, 1);
DELETE FROM "timer";
INSERT INTO "timer" ("id", "key", "wake", "task_id", "planned_at", "at") VALUES
(1, 'lists:2026-12-01', '{"day":"2026-12-01","kind":"lists"}', NULL, '2026-12-01T01:30:00+00:00', '2026-12-01T01:30:00+00:00'),
(5, 'silent:4:0', '{"kind":"silent","nth":0,"task":4}', 4, '2026-12-03T00:30:00+00:00', '2026-12-03T00:30:00+00:00'),
(7, 'remind:6:0', '{"kind":"remind","stage":"first","task":6}', 6, '2026-12-01T02:30:00+00:00', '2026-12-01T02:30:00+00:00'),
(8, 'remind:7:0', '{"kind":"remind","stage":"first","task":7}', 7, '2026-12-01T02:30:00+00:00', '2026-12-01T02:30:00+00:00');
