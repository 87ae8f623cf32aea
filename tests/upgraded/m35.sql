-- The office as it stood under a program whose newest migration was m35: scenarios/upgrades.rs.
DELETE FROM "calendar";
INSERT INTO "calendar" ("id", "revision") VALUES
(1, 0);
DELETE FROM "card";
INSERT INTO "card" ("id", "token", "person_id", "request_id", "task_id", "message", "retired_at") VALUES
(1, 'GygZsi2pu2bZcgqi', 2, 1, NULL, 700016, NULL),
(2, 'N-yOcFfeV53hQh6B', 4, 1, 1, 700015, '2026-11-30T16:23:49.195374+00:00'),
(3, 'gBFgeGFgsWZ5rWLK', 5, 1, 2, 700018, '2026-11-30T16:23:51.304932+00:00'),
(4, '_DX3L6i41I2WslCf', 2, 2, NULL, 700029, NULL),
(5, 'nhtouWTxcgwKxcsa', 4, 2, 3, 700028, '2026-11-30T16:24:05.064992+00:00'),
(6, 'RkYR-INBpcsjebJh', 2, 2, 4, 700032, NULL),
(7, '0-82i8ZTp8tSeIc3', 2, 3, NULL, 700040, NULL),
(8, 'vjZleA6wc0WYGe0_', 4, 3, 5, 700039, '2026-11-30T16:24:13.384871+00:00'),
(9, 'kKnUdjVpqTFO5lBa', 5, 3, 6, 700042, NULL),
(10, 'T4QoxchuPI0IM-M4', 2, 4, NULL, 700050, NULL),
(11, '07DCVm-41UK13H-m', 4, 4, 7, 700049, NULL);
DELETE FROM "deed";
INSERT INTO "deed" ("id", "at", "by_id", "about_id", "body") VALUES
(1, '2026-11-30T16:23:36.825990+00:00', 1, 1, '{"kind":"came-in","role":"administrator"}'),
(2, '2026-11-30T16:23:38.349060+00:00', 2, 2, '{"kind":"came-in","role":"pic"}'),
(3, '2026-11-30T16:23:40.236818+00:00', 4, 4, '{"kind":"came-in","role":"helpdesk"}'),
(4, '2026-11-30T16:23:41.812824+00:00', 5, 5, '{"kind":"came-in","role":"division-head"}');
DELETE FROM "draft";
INSERT INTO "draft" ("id", "token", "person_id", "procedure", "procedure_version", "filling", "parked", "revision", "changed_at") VALUES
(6, 'oN1MmdV0eoNIrfLD', 2, 'pinjam-alat', 1, '{"answers":{"keperluan":{"kind":"text","value":"Siaran rapat kelima"}},"at":"next","done":50,"old":{":opened-by":{"kind":"choice","value":"pic"}}}', FALSE, 2, '2026-11-30T16:24:23.157571+00:00');
DELETE FROM "event";
INSERT INTO "event" ("request_id", "seq", "at", "by_id", "body") VALUES
(1, 1, '2026-11-30T16:23:46.720828+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(1, 2, '2026-11-30T16:23:49.195374+00:00', 4, '{"account":5000000003,"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(1, 3, '2026-11-30T16:23:51.304932+00:00', 5, '{"account":5000000004,"kind":"decided","outcome":"izinkan","role":"division-head","step":"izin"}'),
(2, 1, '2026-11-30T16:23:58.884749+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(2, 2, '2026-11-30T16:24:05.064992+00:00', 4, '{"account":5000000003,"kind":"decided","marked":["keperluan"],"outcome":"kembalikan","reason":"Surat belum ditandatangani","role":"helpdesk","step":"periksa"}'),
(3, 1, '2026-11-30T16:24:11.005245+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(3, 2, '2026-11-30T16:24:13.384871+00:00', 4, '{"account":5000000003,"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(4, 1, '2026-11-30T16:24:19.226462+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}');
DELETE FROM "holding";
INSERT INTO "holding" ("person_id", "role", "since") VALUES
(1, 'administrator', '2026-11-30T16:23:36.825951+00:00'),
(2, 'pic', '2026-11-30T16:23:38.349035+00:00'),
(4, 'helpdesk', '2026-11-30T16:23:40.236797+00:00'),
(5, 'division-head', '2026-11-30T16:23:41.812805+00:00');
DELETE FROM "invitation";
INSERT INTO "invitation" ("token_hash", "role", "name", "agency", "created_at", "expires_at", "used_at", "used_by") VALUES
('9fd518e87037412e80a1f1862cd1b875956e290ddd3fc1aba9fef4ce968bca3b', 'administrator', 'Administrator', NULL, '2026-11-30T16:23:35.549154+00:00', '2026-12-07T16:23:35.549151+00:00', NULL, NULL),
('9c04146eb9e2c9c070048f12a47a9d142061c879fe62f6e4fe9014ea2593976c', 'administrator', 'Ade', NULL, '2026-11-30T16:23:36.540975+00:00', '2026-12-07T16:23:36.540971+00:00', '2026-11-30T16:23:36.825840+00:00', 1),
('e054b07818e51d8bb856ad657331ef82c67ff58d16930d79b60d2265522628ec', 'pic', 'Sari', 'dinsos', '2026-11-30T16:23:38.108607+00:00', '2026-12-07T16:23:38.108604+00:00', '2026-11-30T16:23:38.348852+00:00', 2),
('9d9cffaf3158823d6ba92606c58070738ba02774759a9359d8d3ccccd01b07e6', 'helpdesk', 'Hana', NULL, '2026-11-30T16:23:39.952577+00:00', '2026-12-07T16:23:39.952573+00:00', '2026-11-30T16:23:40.236732+00:00', 4),
('686677f4d33b2dd41006f8e61e668892d924d62b23115b0a25fe403ff35f7c6d', 'division-head', 'Dewi', NULL, '2026-11-30T16:23:41.516391+00:00', '2026-12-07T16:23:41.516387+00:00', '2026-11-30T16:23:41.812743+00:00', 5);
DELETE FROM "issued";
INSERT INTO "issued" ("id", "request_id", "seq", "paper", "number", "year", "check_code", "issued_at", "media", "size", "sha256", "made_at", "attempts") VALUES
(1, 1, 1, 'tanda-terima', NULL, 2026, 'Z3XQ7DX9UJZN', '2026-11-30T16:23:46.720828+00:00', 'application/pdf', 25920, 'b599a4ed0ce908746c13270f3107a49d94effc367538511b840e82095e274e23', '2026-11-30T16:23:47.176240+00:00', 0),
(2, 1, 3, 'surat-izin', '500.12/001/Diskominfo/2026', 2026, '7U7XSZCV79BT', '2026-11-30T16:23:51.304932+00:00', 'application/pdf', 33387, 'f6b7731854335d85523d897a79531e38342c4019dab15b3f99d10829877e4330', '2026-11-30T16:23:52.004173+00:00', 0),
(3, 2, 1, 'tanda-terima', NULL, 2026, 'SFQ7VTGQG3D2', '2026-11-30T16:23:58.884749+00:00', 'application/pdf', 25759, 'c69faeac432a67385017badeaa3298f156d5f6088c92b51bfbfcc7664be6c0a7', '2026-11-30T16:23:59.212692+00:00', 0),
(4, 3, 1, 'tanda-terima', NULL, 2026, 'XA4VET74JVXA', '2026-11-30T16:24:11.005245+00:00', 'application/pdf', 25407, 'bc80bd6e36f874786bfdf06063d8b2bbfdf051f2f54554daa090503ba707961e', '2026-11-30T16:24:11.164489+00:00', 0),
(5, 4, 1, 'tanda-terima', NULL, 2026, 'VEWNTBP2KDVD', '2026-11-30T16:24:19.226462+00:00', 'application/pdf', 25361, '1efda19c840a26c0bf31e59180481be32bb445b071afb1d80b08f87e2f9acd25', '2026-11-30T16:24:19.392146+00:00', 0);
DELETE FROM "line";
INSERT INTO "line" ("id", "register", "number", "request_id", "part", "agency", "name", "cells", "words", "opened_at", "changed_at") VALUES
(1, 'alat', 1, 1, 0, 'dinsos', 'Siaran rapat pertama', '{"diizinkan":{"value":{"kind":"moment","value":"2026-11-30T16:23:51.304932Z"}},"keperluan":{"value":{"kind":"text","value":"Siaran rapat pertama"}}}', 'pal-2026-0001
dinsos
siaran rapat pertama
2026-11-30t16:23:51.304932+00:00
siaran rapat pertama', '2026-11-30T16:23:51.304932+00:00', '2026-11-30T16:23:51.304932+00:00');
DELETE FROM "link";
INSERT INTO "link" ("place", "kind", "request_id", "seq", "digest", "hash") VALUES
(0, 'begun', 0, 0, '', '0000000000000000000000000000000000000000000000000000000000000000'),
(1, 'event', 1, 1, 'dbc6dd1ec20475f72cf9b700e99f980195c98caa6cf02c8d06414fa18956a87f', '005fda931df64701afabca2531516f3fbfaec9360dafdca12aeebd3edfcaddb8'),
(2, 'made', 1, 1, 'ab01b5fb2d984ebe0de0462e0a3f0985a193fe342931349acb643abb222da2ef', 'a2a5ab3ffb03ab032eab31d46b43a41c8495dd37a757a1ccde03aeaacf7f3bfa'),
(3, 'event', 1, 2, 'e1284219d30488445a42dfd37226226baa79f05be04ea734f084998e660d0566', 'f1efb9f1633a5e2be717c25f873c089076845b9433a020d6d179c8c327473f9d'),
(4, 'event', 1, 3, '4c4751e2888041c8243441523533127821517067adbfd18ac86fe6aa7f2c6c8d', '32a272618a6eeec0c3d00bd1a0f2a85dfec7eac18e1d473495b14945f8f3d190'),
(5, 'made', 1, 3, '8d18b2e627fcc1a5e6ca71dd0e8e8aa2ab80963d37e01ffb80345b4e477a6d9f', '03f3eb146aa2306fc2caf700c00e4d9cc7318bb0f8b6f01b0de5904b62345270'),
(6, 'event', 2, 1, '46c9a5f13fe4cc05105f57fbf8956822fe74d6c93270470779ffd060c7d02750', '5b4154a80a5578be3e27124925440a38b15f94a41e037dabeac3d7f67186704a'),
(7, 'made', 2, 1, '977b93040501cee9c7a6b5918b9f989b5fce98f5303c7998c68e4d072026cd20', 'ecc49c500bfc944b0f1540a5cd22d4bf18bb7ea09d72a49be1a5fa0e03c9144d'),
(8, 'event', 2, 2, '110d1b53e2dc5f7f79d670c58514a4dd72e36b9dcb36081d427d63e4bc40d3d8', '0fe8e41d6cde2ac5ed5035e05e086c80958a6343bfef31f516d6b78e942c70bc'),
(9, 'event', 3, 1, '57cf8bd8412095fe419082298fba6caf93fd9d31ee55e996185be69ee139c1f9', 'ca888740b64ac07f5d53303305d1911d253e8a10b1ea3af32d85eaacf5cb8b0c'),
(10, 'made', 3, 1, '0681e06eff491bf1d2ee3e913a26abea1a7df41dd3743e602c935f30e1eb4550', 'f7fef2a61aac6418178a5ea5e0698404e9e1fec898bee6ee511442383385737d'),
(11, 'event', 3, 2, 'c48d0ec0f54e96a7ed0c437b7aa73efb44dc011fe0e78f75264aa3fec4165eaa', 'cd47a615d2f286932976513d317019eb2f983ec9e51349570a81043ce2be1f6a'),
(12, 'event', 4, 1, '20f16e73ab94c25b5e75cd324c1b67017b8cce5ae5edce53f945487dfedf9b01', '199b3d0a18f868c61569cae5c4674b058357609ed900e403c8c4a39adad6704d'),
(13, 'made', 4, 1, 'cab0bec3d233d41e39e4e7d1b0ddd98414239a673f501aa4c9d3d1ba3e93272f', '40dc37af16296659b6798654710a3bb8d8ba30f4a62d4f39b56dc9dc9b1430c0');
DELETE FROM "mark";
INSERT INTO "mark" ("name", "at") VALUES
('rests', '2026-11-30T16:23:35.092762+00:00'),
('folded:2', '2026-11-30T16:23:35.161769+00:00'),
('stocked:pinjam-alat:1:2', '2026-11-30T16:23:35.289967+00:00'),
('wound-up', '2026-11-30T16:23:35.296672+00:00'),
('noted', '2026-11-30T16:23:35.439473+00:00'),
('stopped', '2026-11-30T16:24:27.988186+00:00');
DELETE FROM "outbox";
INSERT INTO "outbox" ("id", "person_id", "what", "card_id", "created_at", "attempts", "done_at", "urgency") VALUES
(1, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:23:46.755708+00:00', 0, '2026-11-30T16:23:46.876281+00:00', 0),
(2, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:23:46.791413+00:00', 0, '2026-11-30T16:23:46.876896+00:00', 0),
(3, 2, '{"kind":"issued","paper":1}', NULL, '2026-11-30T16:23:47.176498+00:00', 0, '2026-11-30T16:23:47.190732+00:00', 0),
(4, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:23:49.195807+00:00', 0, '2026-11-30T16:23:49.222436+00:00', 0),
(5, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:23:49.195807+00:00', 0, '2026-11-30T16:23:49.316124+00:00', 0),
(6, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:23:49.196094+00:00', 0, '2026-11-30T16:23:49.223108+00:00', 0),
(7, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:23:51.305777+00:00', 0, '2026-11-30T16:23:51.344023+00:00', 0),
(8, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:23:51.305778+00:00', 0, '2026-11-30T16:23:51.456175+00:00', 0),
(9, 2, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:23:51.305781+00:00', 0, '2026-11-30T16:23:51.405701+00:00', 0),
(10, 4, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:23:51.305813+00:00', 0, '2026-11-30T16:23:51.316053+00:00', 0),
(11, 2, '{"kind":"issued","paper":2}', NULL, '2026-11-30T16:23:52.004342+00:00', 0, '2026-11-30T16:23:52.108407+00:00', 0),
(12, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:23:58.885162+00:00', 0, '2026-11-30T16:23:59.157501+00:00', 0),
(13, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:23:58.885293+00:00', 0, '2026-11-30T16:23:59.036251+00:00', 0),
(14, 2, '{"kind":"issued","paper":3}', NULL, '2026-11-30T16:23:59.212842+00:00', 0, '2026-11-30T16:23:59.340350+00:00', 0),
(15, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:24:05.065278+00:00', 0, '2026-11-30T16:24:05.153083+00:00', 0),
(16, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:24:05.065279+00:00', 0, '2026-11-30T16:24:05.244187+00:00', 0),
(17, 2, '{"card":6,"kind":"card"}', 6, '2026-11-30T16:24:05.065522+00:00', 0, '2026-11-30T16:24:05.248787+00:00', 0),
(18, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:24:11.005653+00:00', 0, '2026-11-30T16:24:11.148252+00:00', 0),
(19, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:24:11.005832+00:00', 0, '2026-11-30T16:24:11.011612+00:00', 0),
(20, 2, '{"kind":"issued","paper":4}', NULL, '2026-11-30T16:24:11.164616+00:00', 0, '2026-11-30T16:24:11.232144+00:00', 0),
(21, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:24:13.385165+00:00', 0, '2026-11-30T16:24:13.393693+00:00', 0),
(22, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:24:13.385166+00:00', 0, '2026-11-30T16:24:13.436145+00:00', 0),
(23, 5, '{"card":9,"kind":"card"}', 9, '2026-11-30T16:24:13.385321+00:00', 0, '2026-11-30T16:24:13.396606+00:00', 0),
(24, 2, '{"card":10,"kind":"card"}', 10, '2026-11-30T16:24:19.226845+00:00', 0, '2026-11-30T16:24:19.344377+00:00', 0),
(25, 4, '{"card":11,"kind":"card"}', 11, '2026-11-30T16:24:19.226983+00:00', 0, '2026-11-30T16:24:19.232359+00:00', 0),
(26, 2, '{"kind":"issued","paper":5}', NULL, '2026-11-30T16:24:19.392316+00:00', 0, '2026-11-30T16:24:19.436342+00:00', 0);
DELETE FROM "paper";
INSERT INTO "paper" ("id", "name", "media", "size", "sha256", "handle", "by_id", "at", "request_id") VALUES
(1, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700013', 2, '2026-11-30T16:23:45.648070+00:00', 1),
(2, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700026', 2, '2026-11-30T16:23:57.892079+00:00', 2),
(3, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700037', 2, '2026-11-30T16:24:10.108157+00:00', 3),
(4, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700047', 2, '2026-11-30T16:24:18.424234+00:00', 4);
DELETE FROM "person";
INSERT INTO "person" ("id", "account", "name", "language", "agency", "created_at") VALUES
(1, 5000000001, 'Ade', 'id', NULL, '2026-11-30T16:23:36.825641+00:00'),
(2, 5000000002, 'Sari', 'id', 'dinsos', '2026-11-30T16:23:38.348737+00:00'),
(3, 0, 'Loket', 'id', NULL, '2026-11-30T16:23:38.349312+00:00'),
(4, 5000000003, 'Hana', 'id', NULL, '2026-11-30T16:23:40.236664+00:00'),
(5, 5000000004, 'Dewi', 'id', NULL, '2026-11-30T16:23:41.812671+00:00');
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
', '2026-11-30T16:23:35.160961+00:00');
DELETE FROM "request";
INSERT INTO "request" ("id", "token", "ticket", "procedure", "procedure_version", "agency", "applicant_id", "state", "ended", "version", "opened_at", "changed_at", "phase", "found_by", "alike") VALUES
(1, 'b5nkevHTx2HZg3aA', 'PAL-2026-0001', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:23:51.304932Z","standing":{"ended":"selesai"},"started":true}', 'selesai', 3, '2026-11-30T16:23:46.720828+00:00', '2026-11-30T16:23:51.304932+00:00', 'done', 'pal-2026-0001
siaran rapat pertama', '[]'),
(2, 'ys8KhzfAJIFMUm6_', 'PAL-2026-0002', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"reason":"Surat belum ditandatangani","returned":{"by":"periksa","marked":["keperluan"]},"since":"2026-11-30T16:24:05.064992Z","standing":{"at":"lengkapi"},"started":false}', NULL, 2, '2026-11-30T16:23:58.884749+00:00', '2026-11-30T16:24:05.064992+00:00', 'applicant', 'pal-2026-0002
siaran rapat kedua', '[]'),
(3, 'p2zIdmrqbRsWHrLR', 'PAL-2026-0003', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:24:13.384871Z","standing":{"at":"izin"},"started":true}', NULL, 2, '2026-11-30T16:24:11.005245+00:00', '2026-11-30T16:24:13.384871+00:00', 'running', 'pal-2026-0003
siaran rapat ketiga', '[]'),
(4, 'Kz4ZiMrw70tS50VU', 'PAL-2026-0004', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:24:19.226462Z","standing":{"at":"periksa"},"started":false}', NULL, 1, '2026-11-30T16:24:19.226462+00:00', '2026-11-30T16:24:19.226462+00:00', 'running', 'pal-2026-0004
siaran rapat keempat', '[]');
DELETE FROM "roster";
INSERT INTO "roster" ("id", "revision") VALUES
(1, 752845910439256946);
DELETE FROM "task";
INSERT INTO "task" ("id", "request_id", "step", "role", "assigned_id", "opened_at", "opened_seq", "closed_at", "closed_seq", "due_at", "standard", "allowed", "counts_from", "used", "paused", "took", "revision", "decided") VALUES
(1, 1, 'periksa', 'helpdesk', NULL, '2026-11-30T16:23:46.720828+00:00', 1, '2026-11-30T16:23:49.195374+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:23:46.720828+00:00', 0, 0, 0, 0, TRUE),
(2, 1, 'izin', 'division-head', NULL, '2026-11-30T16:23:49.195374+00:00', 2, '2026-11-30T16:23:51.304932+00:00', 3, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:23:49.195374+00:00', 0, 0, 0, 0, TRUE),
(3, 2, 'periksa', 'helpdesk', NULL, '2026-11-30T16:23:58.884749+00:00', 1, '2026-11-30T16:24:05.064992+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:23:58.884749+00:00', 0, 0, 0, 0, TRUE),
(4, 2, 'lengkapi', 'pic', 2, '2026-11-30T16:24:05.064992+00:00', 2, NULL, NULL, NULL, NULL, NULL, '2026-11-30T16:24:05.064992+00:00', 0, 0, NULL, 0, FALSE),
(5, 3, 'periksa', 'helpdesk', NULL, '2026-11-30T16:24:11.005245+00:00', 1, '2026-11-30T16:24:13.384871+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:24:11.005245+00:00', 0, 0, 0, 0, TRUE),
(6, 3, 'izin', 'division-head', NULL, '2026-11-30T16:24:13.384871+00:00', 2, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:24:13.384871+00:00', 0, 0, NULL, 0, FALSE),
(7, 4, 'periksa', 'helpdesk', NULL, '2026-11-30T16:24:19.226462+00:00', 1, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:24:19.226462+00:00', 0, 0, NULL, 0, FALSE);
DELETE FROM "ticket_count";
INSERT INTO "ticket_count" ("prefix", "year", "last") VALUES
('PAL', 2026, 4),
('alat', 0, 1),
('paper:surat-izin', 2026, 1);
DELETE FROM "timer";
INSERT INTO "timer" ("id", "key", "wake", "task_id", "planned_at", "at") VALUES
(1, 'lists:2026-12-01', '{"day":"2026-12-01","kind":"lists"}', NULL, '2026-12-01T01:30:00+00:00', '2026-12-01T01:30:00+00:00'),
(2, 'evening:2026-12-01', '{"day":"2026-12-01","kind":"evening"}', NULL, '2026-12-01T09:00:00+00:00', '2026-12-01T09:00:00+00:00'),
(6, 'silent:4:0', '{"kind":"silent","nth":0,"task":4}', 4, '2026-12-03T00:30:00+00:00', '2026-12-03T00:30:00+00:00'),
(8, 'remind:6:0', '{"kind":"remind","stage":"first","task":6}', 6, '2026-12-01T02:30:00+00:00', '2026-12-01T02:30:00+00:00'),
(9, 'remind:7:0', '{"kind":"remind","stage":"first","task":7}', 7, '2026-12-01T02:30:00+00:00', '2026-12-01T02:30:00+00:00');
