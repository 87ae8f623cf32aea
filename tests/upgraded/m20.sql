-- The office as it stood under a program whose newest migration was m20: scenarios/upgrades.rs.
DELETE FROM "calendar";
INSERT INTO "calendar" ("id", "revision") VALUES
(1, 0);
DELETE FROM "card";
INSERT INTO "card" ("id", "token", "person_id", "request_id", "task_id", "message", "retired_at") VALUES
(1, 'j-ujbZbynbgOjB3I', 2, 1, NULL, 700016, NULL),
(2, 'eFCAZolGpNACh2f0', 4, 1, 1, 700015, '2026-11-30T16:21:02.628946+00:00'),
(3, 'DucyJW3_0ojkOX-y', 5, 1, 2, 700018, '2026-11-30T16:21:04.777469+00:00'),
(4, 'PAWbuIL-28v7y5D1', 2, 2, NULL, 700029, NULL),
(5, 'S8_S0PUU5WyYYWTk', 4, 2, 3, 700028, '2026-11-30T16:21:18.085014+00:00'),
(6, '0vE3KGN5yzsvJzrr', 2, 2, 4, 700032, NULL),
(7, 'JB5IovGuI75f4lhy', 2, 3, NULL, 700040, NULL),
(8, 'm2LQ1tGSI39qT-V7', 4, 3, 5, 700039, '2026-11-30T16:21:26.180696+00:00'),
(9, 'fG50qIkjP6XMFOPM', 5, 3, 6, 700042, NULL),
(10, '_JplCt-g5HVmwoc2', 2, 4, NULL, 700050, NULL),
(11, '6j1IwOAX7gYndOx3', 4, 4, 7, 700049, NULL);
DELETE FROM "deed";
INSERT INTO "deed" ("id", "at", "by_id", "about_id", "body") VALUES
(1, '2026-11-30T16:20:51.177643+00:00', 1, 1, '{"kind":"came-in","role":"administrator"}'),
(2, '2026-11-30T16:20:52.405049+00:00', 2, 2, '{"kind":"came-in","role":"pic"}'),
(3, '2026-11-30T16:20:53.839094+00:00', 4, 4, '{"kind":"came-in","role":"helpdesk"}'),
(4, '2026-11-30T16:20:55.124729+00:00', 5, 5, '{"kind":"came-in","role":"division-head"}');
DELETE FROM "draft";
INSERT INTO "draft" ("id", "token", "person_id", "procedure", "procedure_version", "filling", "parked", "revision", "changed_at") VALUES
(6, 'QfagCLSaF07zwfJL', 2, 'pinjam-alat', 1, '{"answers":{"keperluan":{"kind":"text","value":"Siaran rapat kelima"}},"at":"next","old":{":opened-by":{"kind":"choice","value":"pic"}}}', FALSE, 2, '2026-11-30T16:21:37.200617+00:00');
DELETE FROM "event";
INSERT INTO "event" ("request_id", "seq", "at", "by_id", "body") VALUES
(1, 1, '2026-11-30T16:21:00.109922+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(1, 2, '2026-11-30T16:21:02.628946+00:00', 4, '{"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(1, 3, '2026-11-30T16:21:04.777469+00:00', 5, '{"kind":"decided","outcome":"izinkan","role":"division-head","step":"izin"}'),
(2, 1, '2026-11-30T16:21:12.060110+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(2, 2, '2026-11-30T16:21:18.085014+00:00', 4, '{"kind":"decided","marked":["keperluan"],"outcome":"kembalikan","reason":"Surat belum ditandatangani","role":"helpdesk","step":"periksa"}'),
(3, 1, '2026-11-30T16:21:23.756780+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(3, 2, '2026-11-30T16:21:26.180696+00:00', 4, '{"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(4, 1, '2026-11-30T16:21:32.804708+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}');
DELETE FROM "holding";
INSERT INTO "holding" ("person_id", "role", "since") VALUES
(1, 'administrator', '2026-11-30T16:20:51.177609+00:00'),
(2, 'pic', '2026-11-30T16:20:52.405028+00:00'),
(4, 'helpdesk', '2026-11-30T16:20:53.839044+00:00'),
(5, 'division-head', '2026-11-30T16:20:55.124711+00:00');
DELETE FROM "invitation";
INSERT INTO "invitation" ("token_hash", "role", "name", "agency", "created_at", "expires_at", "used_at", "used_by") VALUES
('ae24284fac63e314e45cbb4793ed3ec4096d81ec686cdf8bbfbcbe981bd23cd2', 'administrator', 'Administrator', NULL, '2026-11-30T16:20:49.724386+00:00', '2026-12-07T16:20:49.724383+00:00', NULL, NULL),
('84a12e19fcfd33700fea7e7c595c7fb53f93aba0635339187eb3fcf062c2966f', 'administrator', 'Ade', NULL, '2026-11-30T16:20:50.935858+00:00', '2026-12-07T16:20:50.935856+00:00', '2026-11-30T16:20:51.177502+00:00', 1),
('8feed5b57ef4f368d3e3c139b9ddf7296ea9231e1e1e23571cdbb15541d38ac0', 'pic', 'Sari', 'dinsos', '2026-11-30T16:20:52.089759+00:00', '2026-12-07T16:20:52.089756+00:00', '2026-11-30T16:20:52.404839+00:00', 2),
('425de9f8757c7fc32cf46fa9a3adb540a97218d48db0ae765aebf20c7185332e', 'helpdesk', 'Hana', NULL, '2026-11-30T16:20:53.412645+00:00', '2026-12-07T16:20:53.412642+00:00', '2026-11-30T16:20:53.838982+00:00', 4),
('045f7ad265795d19ef2d66cb39b4b6c2bdddf5f3b97990d0035e6d726b43bb6b', 'division-head', 'Dewi', NULL, '2026-11-30T16:20:54.933849+00:00', '2026-12-07T16:20:54.933846+00:00', '2026-11-30T16:20:55.124651+00:00', 5);
DELETE FROM "issued";
INSERT INTO "issued" ("id", "request_id", "seq", "paper", "number", "year", "check_code", "issued_at", "media", "size", "sha256", "made_at", "attempts") VALUES
(1, 1, 1, 'tanda-terima', NULL, 2026, 'TCGHYS9K5PLA', '2026-11-30T16:21:00.109922+00:00', 'application/pdf', 25815, '391fefdbb3b2cb81852035c0393fd20f0aa6c146b729c2b33b937650669fddf7', '2026-11-30T16:21:00.592371+00:00', 0),
(2, 1, 3, 'surat-izin', '500.12/001/Diskominfo/2026', 2026, 'HN7PX2VNL27Z', '2026-11-30T16:21:04.777469+00:00', 'application/pdf', 33181, '02b596777a5d0292064715760b59e8c365961fb6d5b13f686a8f7ffa7fc2d384', '2026-11-30T16:21:05.532235+00:00', 0),
(3, 2, 1, 'tanda-terima', NULL, 2026, 'CQGUEMDGK5X7', '2026-11-30T16:21:12.060110+00:00', 'application/pdf', 25693, '68a7a27b8675bfc7bc38f628f9078ede6c28387faff697107fffaedbeab16f75', '2026-11-30T16:21:12.320122+00:00', 0),
(4, 3, 1, 'tanda-terima', NULL, 2026, '29AA8Y2P9A5Z', '2026-11-30T16:21:23.756780+00:00', 'application/pdf', 25770, '0f3e8c9486c93255caa8c13f09dc3adfa80da27e5525767a3f5942459f890a7c', '2026-11-30T16:21:23.768329+00:00', 0),
(5, 4, 1, 'tanda-terima', NULL, 2026, 'TFKC737QPXNH', '2026-11-30T16:21:32.804708+00:00', 'application/pdf', 25480, 'dbf5a06749c864989720da39d04211d00100c3f81c48b565e6c22a830210a858', '2026-11-30T16:21:32.952096+00:00', 0);
DELETE FROM "line";
INSERT INTO "line" ("id", "register", "number", "request_id", "part", "agency", "name", "cells", "words", "opened_at", "changed_at") VALUES
(1, 'alat', 1, 1, 0, 'dinsos', 'Siaran rapat pertama', '{"diizinkan":{"value":{"kind":"moment","value":"2026-11-30T16:21:04.777469Z"}},"keperluan":{"value":{"kind":"text","value":"Siaran rapat pertama"}}}', 'pal-2026-0001
dinsos
siaran rapat pertama
2026-11-30t16:21:04.777469+00:00
siaran rapat pertama', '2026-11-30T16:21:04.777469+00:00', '2026-11-30T16:21:04.777469+00:00');
DELETE FROM "mark";
INSERT INTO "mark" ("name", "at") VALUES
('wound-up', '2026-11-30T16:20:49.624716+00:00'),
('noted', '2026-11-30T16:20:49.682354+00:00'),
('stopped', '2026-11-30T16:21:42.016278+00:00');
DELETE FROM "outbox";
INSERT INTO "outbox" ("id", "person_id", "what", "card_id", "created_at", "attempts", "done_at", "urgency") VALUES
(1, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:21:00.110815+00:00', 0, '2026-11-30T16:21:00.304246+00:00', 0),
(2, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:21:00.111224+00:00', 0, '2026-11-30T16:21:00.137307+00:00', 0),
(3, 2, '{"kind":"issued","paper":1}', NULL, '2026-11-30T16:21:00.592644+00:00', 0, '2026-11-30T16:21:00.643044+00:00', 0),
(4, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:21:02.629295+00:00', 0, '2026-11-30T16:21:02.660611+00:00', 0),
(5, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:21:02.629295+00:00', 0, '2026-11-30T16:21:02.748098+00:00', 0),
(6, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:21:02.629534+00:00', 0, '2026-11-30T16:21:02.641937+00:00', 0),
(7, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:21:04.778142+00:00', 0, '2026-11-30T16:21:04.864179+00:00', 0),
(8, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:21:04.778143+00:00', 0, '2026-11-30T16:21:04.956058+00:00', 0),
(9, 2, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:21:04.778146+00:00', 0, '2026-11-30T16:21:04.932169+00:00', 0),
(10, 4, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:21:04.778175+00:00', 0, '2026-11-30T16:21:04.824646+00:00', 0),
(11, 2, '{"kind":"issued","paper":2}', NULL, '2026-11-30T16:21:05.532381+00:00', 0, '2026-11-30T16:21:05.565419+00:00', 0),
(12, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:21:12.060473+00:00', 0, '2026-11-30T16:21:12.310193+00:00', 0),
(13, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:21:12.060626+00:00', 0, '2026-11-30T16:21:12.081545+00:00', 0),
(14, 2, '{"kind":"issued","paper":3}', NULL, '2026-11-30T16:21:12.320288+00:00', 0, '2026-11-30T16:21:12.356188+00:00', 0),
(15, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:21:18.085263+00:00', 0, '2026-11-30T16:21:18.160217+00:00', 0),
(16, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:21:18.085264+00:00', 0, '2026-11-30T16:21:18.312164+00:00', 0),
(17, 2, '{"card":6,"kind":"card"}', 6, '2026-11-30T16:21:18.085565+00:00', 0, '2026-11-30T16:21:18.376130+00:00', 0),
(18, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:21:23.757150+00:00', 0, '2026-11-30T16:21:23.936180+00:00', 0),
(19, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:21:23.757345+00:00', 0, '2026-11-30T16:21:23.762521+00:00', 0),
(20, 2, '{"kind":"issued","paper":4}', NULL, '2026-11-30T16:21:23.768394+00:00', 0, '2026-11-30T16:21:24.145841+00:00', 0),
(21, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:21:26.180918+00:00', 0, '2026-11-30T16:21:26.332545+00:00', 0),
(22, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:21:26.180918+00:00', 0, '2026-11-30T16:21:26.436197+00:00', 0),
(23, 5, '{"card":9,"kind":"card"}', 9, '2026-11-30T16:21:26.181056+00:00', 0, '2026-11-30T16:21:26.436131+00:00', 0),
(24, 2, '{"card":10,"kind":"card"}', 10, '2026-11-30T16:21:32.805062+00:00', 0, '2026-11-30T16:21:33.020388+00:00', 0),
(25, 4, '{"card":11,"kind":"card"}', 11, '2026-11-30T16:21:32.805207+00:00', 0, '2026-11-30T16:21:32.864109+00:00', 0),
(26, 2, '{"kind":"issued","paper":5}', NULL, '2026-11-30T16:21:32.952227+00:00', 0, '2026-11-30T16:21:33.144189+00:00', 0);
DELETE FROM "paper";
INSERT INTO "paper" ("id", "name", "media", "size", "sha256", "handle", "by_id", "at", "request_id") VALUES
(1, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700013', 2, '2026-11-30T16:20:59.136015+00:00', 1),
(2, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700026', 2, '2026-11-30T16:21:11.192469+00:00', 2),
(3, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700037', 2, '2026-11-30T16:21:22.919460+00:00', 3),
(4, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700047', 2, '2026-11-30T16:21:31.768086+00:00', 4);
DELETE FROM "person";
INSERT INTO "person" ("id", "account", "name", "language", "agency", "created_at") VALUES
(1, 5000000001, 'Ade', 'id', NULL, '2026-11-30T16:20:51.177317+00:00'),
(2, 5000000002, 'Sari', 'id', 'dinsos', '2026-11-30T16:20:52.404769+00:00'),
(3, 0, 'Loket', 'id', NULL, '2026-11-30T16:20:52.405248+00:00'),
(4, 5000000003, 'Hana', 'id', NULL, '2026-11-30T16:20:53.838919+00:00'),
(5, 5000000004, 'Dewi', 'id', NULL, '2026-11-30T16:20:55.124591+00:00');
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
', '2026-11-30T16:20:49.559207+00:00');
DELETE FROM "request";
INSERT INTO "request" ("id", "token", "ticket", "procedure", "procedure_version", "agency", "applicant_id", "state", "ended", "version", "opened_at", "changed_at", "phase", "found_by") VALUES
(1, 'SrvHnFfTkBsiX_KB', 'PAL-2026-0001', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:21:04.777469Z","standing":{"ended":"selesai"},"started":true}', 'selesai', 3, '2026-11-30T16:21:00.109922+00:00', '2026-11-30T16:21:04.777469+00:00', 'done', 'pal-2026-0001
siaran rapat pertama'),
(2, 'ni3g-kD3A-geWvAE', 'PAL-2026-0002', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"reason":"Surat belum ditandatangani","returned":{"by":"periksa","marked":["keperluan"]},"since":"2026-11-30T16:21:18.085014Z","standing":{"at":"lengkapi"},"started":false}', NULL, 2, '2026-11-30T16:21:12.060110+00:00', '2026-11-30T16:21:18.085014+00:00', 'applicant', 'pal-2026-0002
siaran rapat kedua'),
(3, 'PLPXmg4Jt5nsHrxk', 'PAL-2026-0003', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:21:26.180696Z","standing":{"at":"izin"},"started":true}', NULL, 2, '2026-11-30T16:21:23.756780+00:00', '2026-11-30T16:21:26.180696+00:00', 'running', 'pal-2026-0003
siaran rapat ketiga'),
(4, 'iS_PcYVyH0VE6ssT', 'PAL-2026-0004', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:21:32.804708Z","standing":{"at":"periksa"},"started":false}', NULL, 1, '2026-11-30T16:21:32.804708+00:00', '2026-11-30T16:21:32.804708+00:00', 'running', 'pal-2026-0004
siaran rapat keempat');
DELETE FROM "roster";
INSERT INTO "roster" ("id", "revision") VALUES
(1, -5528681370102288174);
DELETE FROM "task";
INSERT INTO "task" ("id", "request_id", "step", "role", "assigned_id", "opened_at", "opened_seq", "closed_at", "closed_seq", "due_at", "standard", "allowed", "counts_from", "used", "paused", "took", "revision") VALUES
(1, 1, 'periksa', 'helpdesk', NULL, '2026-11-30T16:21:00.109922+00:00', 1, '2026-11-30T16:21:02.628946+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:00.109922+00:00', 0, 0, 0, 0),
(2, 1, 'izin', 'division-head', NULL, '2026-11-30T16:21:02.628946+00:00', 2, '2026-11-30T16:21:04.777469+00:00', 3, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:02.628946+00:00', 0, 0, 0, 0),
(3, 2, 'periksa', 'helpdesk', NULL, '2026-11-30T16:21:12.060110+00:00', 1, '2026-11-30T16:21:18.085014+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:12.060110+00:00', 0, 0, 0, 0),
(4, 2, 'lengkapi', 'pic', 2, '2026-11-30T16:21:18.085014+00:00', 2, NULL, NULL, NULL, NULL, NULL, '2026-11-30T16:21:18.085014+00:00', 0, 0, NULL, 0),
(5, 3, 'periksa', 'helpdesk', NULL, '2026-11-30T16:21:23.756780+00:00', 1, '2026-11-30T16:21:26.180696+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:23.756780+00:00', 0, 0, 0, 0),
(6, 3, 'izin', 'division-head', NULL, '2026-11-30T16:21:26.180696+00:00', 2, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:26.180696+00:00', 0, 0, NULL, 0),
(7, 4, 'periksa', 'helpdesk', NULL, '2026-11-30T16:21:32.804708+00:00', 1, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:21:32.804708+00:00', 0, 0, NULL, 0);
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
