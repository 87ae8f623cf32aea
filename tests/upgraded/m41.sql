-- The office as it stood under a program whose newest migration was m41: scenarios/upgrades.rs.
DELETE FROM "calendar";
INSERT INTO "calendar" ("id", "revision") VALUES
(1, 0);
DELETE FROM "card";
INSERT INTO "card" ("id", "token", "person_id", "request_id", "task_id", "message", "retired_at") VALUES
(1, 'g1kgoq3Bcy_M-szw', 2, 1, NULL, 700016, NULL),
(2, 'D8JCQu6vgumUIKgQ', 4, 1, 1, 700015, '2026-11-30T16:24:43.241085+00:00'),
(3, 'mZpzVqqI6gUko5It', 5, 1, 2, 700018, '2026-11-30T16:24:45.437207+00:00'),
(4, 'Q3lzn5vy7Hmd4-i-', 2, 2, NULL, 700029, NULL),
(5, 'RE4gNtQ0l2hDrunG', 4, 2, 3, 700028, '2026-11-30T16:24:58.704961+00:00'),
(6, 'LMDZufaJmrRfPHIk', 2, 2, 4, 700032, NULL),
(7, 'QlgkP4B9nvMjkwIU', 2, 3, NULL, 700040, NULL),
(8, 'EbMIAgJs7bIaDSfl', 4, 3, 5, 700039, '2026-11-30T16:25:06.960861+00:00'),
(9, 'ch9swNIjOK47vUYM', 5, 3, 6, 700042, NULL),
(10, 'izyDgNYpZWqyitnG', 2, 4, NULL, 700050, NULL),
(11, 'Cp1Kpm44vvB6nWTV', 4, 4, 7, 700049, NULL);
DELETE FROM "deed";
INSERT INTO "deed" ("id", "at", "by_id", "about_id", "body") VALUES
(1, '2026-11-30T16:24:31.805466+00:00', 1, 1, '{"kind":"came-in","role":"administrator"}'),
(2, '2026-11-30T16:24:32.893412+00:00', 2, 2, '{"kind":"came-in","role":"pic"}'),
(3, '2026-11-30T16:24:34.348857+00:00', 4, 4, '{"kind":"came-in","role":"helpdesk"}'),
(4, '2026-11-30T16:24:35.572924+00:00', 5, 5, '{"kind":"came-in","role":"division-head"}');
DELETE FROM "draft";
INSERT INTO "draft" ("id", "token", "person_id", "procedure", "procedure_version", "filling", "parked", "revision", "changed_at") VALUES
(6, 'lI9z42x5OjfvUriv', 2, 'pinjam-alat', 1, '{"answers":{"keperluan":{"kind":"text","value":"Siaran rapat kelima"}},"at":"next","done":50,"old":{":opened-by":{"kind":"choice","value":"pic"}}}', FALSE, 2, '2026-11-30T16:25:17.640709+00:00');
DELETE FROM "event";
INSERT INTO "event" ("request_id", "seq", "at", "by_id", "body") VALUES
(1, 1, '2026-11-30T16:24:40.433486+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(1, 2, '2026-11-30T16:24:43.241085+00:00', 4, '{"account":5000000003,"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(1, 3, '2026-11-30T16:24:45.437207+00:00', 5, '{"account":5000000004,"kind":"decided","outcome":"izinkan","role":"division-head","step":"izin"}'),
(2, 1, '2026-11-30T16:24:52.720753+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(2, 2, '2026-11-30T16:24:58.704961+00:00', 4, '{"account":5000000003,"kind":"decided","marked":["keperluan"],"outcome":"kembalikan","reason":"Surat belum ditandatangani","role":"helpdesk","step":"periksa"}'),
(3, 1, '2026-11-30T16:25:04.596702+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(3, 2, '2026-11-30T16:25:06.960861+00:00', 4, '{"account":5000000003,"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(4, 1, '2026-11-30T16:25:13.282830+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}');
DELETE FROM "holding";
INSERT INTO "holding" ("person_id", "role", "since") VALUES
(1, 'administrator', '2026-11-30T16:24:31.805425+00:00'),
(2, 'pic', '2026-11-30T16:24:32.893387+00:00'),
(4, 'helpdesk', '2026-11-30T16:24:34.348836+00:00'),
(5, 'division-head', '2026-11-30T16:24:35.572904+00:00');
DELETE FROM "invitation";
INSERT INTO "invitation" ("token_hash", "role", "name", "agency", "created_at", "expires_at", "used_at", "used_by") VALUES
('55671bf7fd769a21a7b902aa41692a5532c42d0db8822196ed87836530b72b6b', 'administrator', 'Administrator', NULL, '2026-11-30T16:24:30.220525+00:00', '2026-12-07T16:24:30.220521+00:00', NULL, NULL),
('27d5ce8ade2fae3e71554f09d9640e094c42e392f0929b26b8c3700203e16fb7', 'administrator', 'Ade', NULL, '2026-11-30T16:24:31.717071+00:00', '2026-12-07T16:24:31.717068+00:00', '2026-11-30T16:24:31.805309+00:00', 1),
('0bd49f18fddbd027af7ab181784a2ef02968799a09de980c0703e1a700af16f3', 'pic', 'Sari', 'dinsos', '2026-11-30T16:24:32.680311+00:00', '2026-12-07T16:24:32.680308+00:00', '2026-11-30T16:24:32.893205+00:00', 2),
('e7500218891fd9c0d5d6756ca30b5463a29429a9934a41032b85ae5057f0af1c', 'helpdesk', 'Hana', NULL, '2026-11-30T16:24:34.040334+00:00', '2026-12-07T16:24:34.040331+00:00', '2026-11-30T16:24:34.348772+00:00', 4),
('2abb0aa07c55a4dab99901684ca759d221e54a5a662c8f54c851c24a8718c111', 'division-head', 'Dewi', NULL, '2026-11-30T16:24:35.384421+00:00', '2026-12-07T16:24:35.384418+00:00', '2026-11-30T16:24:35.572841+00:00', 5);
DELETE FROM "issued";
INSERT INTO "issued" ("id", "request_id", "seq", "paper", "number", "year", "check_code", "issued_at", "media", "size", "sha256", "made_at", "attempts", "signed_times") VALUES
(1, 1, 1, 'tanda-terima', NULL, 2026, 'ZTGLX4FK43N6', '2026-11-30T16:24:40.433486+00:00', 'application/pdf', 25772, 'a1ac624f423d883eca95b44dd27662c93b1cf2c3e474c49ece43ed25a7831583', '2026-11-30T16:24:41.156267+00:00', 0, 0),
(2, 1, 3, 'surat-izin', '500.12/001/Diskominfo/2026', 2026, '7J6FEE6X2BVH', '2026-11-30T16:24:45.437207+00:00', 'application/pdf', 33536, 'f39e8d5b439c68e7c102c3c33fc2c24c8ab3b03ec2d02d2dfe44916399e21e4b', '2026-11-30T16:24:45.780504+00:00', 0, 0),
(3, 2, 1, 'tanda-terima', NULL, 2026, 'W8MZCJUZYP4W', '2026-11-30T16:24:52.720753+00:00', 'application/pdf', 25909, 'e42cc59c84edf315f967c64c84c102b0d4e56cb3aca81276644798553ce2cedf', '2026-11-30T16:24:53.040416+00:00', 0, 0),
(4, 3, 1, 'tanda-terima', NULL, 2026, 'Y62GM4B8ELLW', '2026-11-30T16:25:04.596702+00:00', 'application/pdf', 26263, '8f2563cee0c61c8b85d4b49e11ad675dbd296b46892c11192b1cc9e56a61a6a6', '2026-11-30T16:25:04.836141+00:00', 0, 0),
(5, 4, 1, 'tanda-terima', NULL, 2026, '8TPCRH9ZQLMN', '2026-11-30T16:25:13.282830+00:00', 'application/pdf', 25971, '9efe0409f121bb499d22834251b1419e52b609c58dec69bb6f504f7c7d737d97', '2026-11-30T16:25:13.420229+00:00', 0, 0);
DELETE FROM "line";
INSERT INTO "line" ("id", "register", "number", "request_id", "part", "agency", "name", "cells", "words", "opened_at", "changed_at") VALUES
(1, 'alat', 1, 1, 0, 'dinsos', 'Siaran rapat pertama', '{"diizinkan":{"value":{"kind":"moment","value":"2026-11-30T16:24:45.437207Z"}},"keperluan":{"value":{"kind":"text","value":"Siaran rapat pertama"}}}', 'pal-2026-0001
dinsos
siaran rapat pertama
2026-11-30t16:24:45.437207+00:00
siaran rapat pertama', '2026-11-30T16:24:45.437207+00:00', '2026-11-30T16:24:45.437207+00:00');
DELETE FROM "link";
INSERT INTO "link" ("place", "kind", "request_id", "seq", "digest", "hash") VALUES
(0, 'begun', 0, 0, '', '0000000000000000000000000000000000000000000000000000000000000000'),
(1, 'event', 1, 1, 'c8d2dc49fe79187da283a48ecfef987bbb491194783222325b0f096ddbeb98bb', '57a4b0f7797415f9deab677d4e3a09f4b45e583d299f637af7eed4de2464fc20'),
(2, 'made', 1, 1, 'f638bcaee9729711c2a1b3bc81d52dc0e76e6b3419aea6b1c011c9410b478a84', 'befa3d1a86148372d0d50fda26d036316092f2edb7b8242737f2262c6abc3a38'),
(3, 'event', 1, 2, '7ad771c0589fff12140f73801e15b6b5acea76e08ec862a5630ffcda71e94757', '5331051ca34a4da0089ac8c1b2fc49e89d9f034eb399ecb0471eb1629d47addf'),
(4, 'event', 1, 3, 'ba0bf4485a8fa1e41f9d479ffefd6a3661a74a6fdc3d03e8a5a9d2d119153612', '0bf177d6d7d69a35952ac2df00cdb8887fbaf1d6a134b187e84a323dd6d01004'),
(5, 'made', 1, 3, '9a49f845573e767894c047ac4569daaf65f3669437c7600544916633f6c938f2', '0fddab7dec6fcde467a72e10c14ab41ade5ea45813f44defab8d8b2754d91557'),
(6, 'event', 2, 1, 'a0a2321edcf74e49380162dc1dbc00b802ae19d1c744127c714c9d3f46f070a6', '8a254b2e3c5a9d3934adb09929b3c12c9c04607424302d5d88033723e2cff487'),
(7, 'made', 2, 1, 'dfacde00e8e97c4921a1cae0a6a302bb6185f1181b3c70f18dae64f5f11e3102', 'ae9d83a56d90a0d77c166016879748fb275dad7adc3262f742b11b9734bd4bd0'),
(8, 'event', 2, 2, 'ff604090d573469363ced796b02123f0d150880782f6205ce42c5269de7fe2db', '6655c56562ca8934938b2f4dcddd771a1a9027f53d20ca102e1dea2a1fcc126e'),
(9, 'event', 3, 1, '445d49152cd02c0306acf30a0bce3ce4a2324ec8bed5be0be2a636d85af9abec', '14b994d2105bbb11bda64d0dce0c82255269531082728203b9e96475422e3f93'),
(10, 'made', 3, 1, 'd4fa6d03d144fc9b8208c847bcfcabb2a37133ad3b1ce835278094b2be857674', '6650b2a788866ed7d9b6ef787d02e0413c0cfe8b72229f2ec60442cb5d1a458d'),
(11, 'event', 3, 2, '8582b09425eb25926ac33addba2edba73df0d285c075e72eadb51e244047f2a6', 'e4c1e4aa40d03cf1545fe7640afd5fcb3ec0835050e13a89e174f0c9913007c7'),
(12, 'event', 4, 1, 'e184c3ff29f04df9fed5b35a41970caa990f3de00a514713e46dc997836f89a9', 'f1588036fcf3c6f93bdb47c3dee45243be72784652ea48e7b65e333e436c55bc'),
(13, 'made', 4, 1, '9d83fc54a9c2e1f53c1733cc1812769998f455e282425c16b28461bf9883aaea', '746a1a65c30e067e93305f3b12a5d214116f9c3be07452038113cd769758a265');
DELETE FROM "mark";
INSERT INTO "mark" ("name", "at") VALUES
('rests', '2026-11-30T16:24:29.788542+00:00'),
('folded:3', '2026-11-30T16:24:30.020817+00:00'),
('stocked:pinjam-alat:1:2', '2026-11-30T16:24:30.036438+00:00'),
('wound-up', '2026-11-30T16:24:30.096662+00:00'),
('noted', '2026-11-30T16:24:30.113552+00:00'),
('stopped', '2026-11-30T16:25:22.556139+00:00');
DELETE FROM "outbox";
INSERT INTO "outbox" ("id", "person_id", "what", "card_id", "created_at", "attempts", "done_at", "urgency") VALUES
(1, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:24:40.455521+00:00', 0, '2026-11-30T16:24:40.684249+00:00', 0),
(2, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:24:40.520354+00:00', 0, '2026-11-30T16:24:40.572267+00:00', 0),
(3, 2, '{"kind":"issued","paper":1}', NULL, '2026-11-30T16:24:41.156524+00:00', 0, '2026-11-30T16:24:41.208189+00:00', 0),
(4, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:24:43.241528+00:00', 0, '2026-11-30T16:24:43.294317+00:00', 0),
(5, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:24:43.241529+00:00', 0, '2026-11-30T16:24:43.348161+00:00', 0),
(6, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:24:43.241743+00:00', 0, '2026-11-30T16:24:43.300082+00:00', 0),
(7, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:24:45.437871+00:00', 0, '2026-11-30T16:24:45.531720+00:00', 0),
(8, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:24:45.437872+00:00', 0, '2026-11-30T16:24:45.780071+00:00', 0),
(9, 2, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:24:45.437875+00:00', 0, '2026-11-30T16:24:45.680274+00:00', 0),
(10, 4, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:24:45.437907+00:00', 0, '2026-11-30T16:24:45.536280+00:00', 0),
(11, 2, '{"kind":"issued","paper":2}', NULL, '2026-11-30T16:24:45.780627+00:00', 0, '2026-11-30T16:24:45.900514+00:00', 0),
(12, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:24:52.721288+00:00', 0, '2026-11-30T16:24:52.904454+00:00', 0),
(13, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:24:52.721464+00:00', 0, '2026-11-30T16:24:52.766410+00:00', 0),
(14, 2, '{"kind":"issued","paper":3}', NULL, '2026-11-30T16:24:53.040556+00:00', 0, '2026-11-30T16:24:53.128423+00:00', 0),
(15, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:24:58.705268+00:00', 0, '2026-11-30T16:24:58.728350+00:00', 0),
(16, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:24:58.705268+00:00', 0, '2026-11-30T16:24:58.876249+00:00', 0),
(17, 2, '{"card":6,"kind":"card"}', 6, '2026-11-30T16:24:58.705498+00:00', 0, '2026-11-30T16:24:58.932199+00:00', 0),
(18, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:25:04.597094+00:00', 0, '2026-11-30T16:25:04.828270+00:00', 0),
(19, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:25:04.597289+00:00', 0, '2026-11-30T16:25:04.632417+00:00', 0),
(20, 2, '{"kind":"issued","paper":4}', NULL, '2026-11-30T16:25:04.836279+00:00', 0, '2026-11-30T16:25:04.878804+00:00', 0),
(21, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:25:06.961139+00:00', 0, '2026-11-30T16:25:07.004414+00:00', 0),
(22, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:25:06.961140+00:00', 0, '2026-11-30T16:25:07.096299+00:00', 0),
(23, 5, '{"card":9,"kind":"card"}', 9, '2026-11-30T16:25:06.961287+00:00', 0, '2026-11-30T16:25:07.096247+00:00', 0),
(24, 2, '{"card":10,"kind":"card"}', 10, '2026-11-30T16:25:13.283227+00:00', 0, '2026-11-30T16:25:13.444295+00:00', 0),
(25, 4, '{"card":11,"kind":"card"}', 11, '2026-11-30T16:25:13.283353+00:00', 0, '2026-11-30T16:25:13.325640+00:00', 0),
(26, 2, '{"kind":"issued","paper":5}', NULL, '2026-11-30T16:25:13.420386+00:00', 0, '2026-11-30T16:25:13.572126+00:00', 0);
DELETE FROM "paper";
INSERT INTO "paper" ("id", "name", "media", "size", "sha256", "handle", "by_id", "at", "request_id") VALUES
(1, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700013', 2, '2026-11-30T16:24:39.388038+00:00', 1),
(2, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700026', 2, '2026-11-30T16:24:51.636095+00:00', 2),
(3, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700037', 2, '2026-11-30T16:25:03.644025+00:00', 3),
(4, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700047', 2, '2026-11-30T16:25:12.212812+00:00', 4);
DELETE FROM "person";
INSERT INTO "person" ("id", "account", "name", "language", "agency", "created_at") VALUES
(1, 5000000001, 'Ade', 'id', NULL, '2026-11-30T16:24:31.805084+00:00'),
(2, 5000000002, 'Sari', 'id', 'dinsos', '2026-11-30T16:24:32.893022+00:00'),
(3, 0, 'Loket', 'id', NULL, '2026-11-30T16:24:32.893637+00:00'),
(4, 5000000003, 'Hana', 'id', NULL, '2026-11-30T16:24:34.348705+00:00'),
(5, 5000000004, 'Dewi', 'id', NULL, '2026-11-30T16:24:35.572778+00:00');
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
', '2026-11-30T16:24:29.964256+00:00');
DELETE FROM "request";
INSERT INTO "request" ("id", "token", "ticket", "procedure", "procedure_version", "agency", "applicant_id", "state", "ended", "version", "opened_at", "changed_at", "phase", "found_by", "alike") VALUES
(1, '-niTaJvXG_ThocCa', 'PAL-2026-0001', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:24:45.437207Z","standing":{"ended":"selesai"},"started":true}', 'selesai', 3, '2026-11-30T16:24:40.433486+00:00', '2026-11-30T16:24:45.437207+00:00', 'done', 'pal-2026-0001
siaran rapat pertama', '[]'),
(2, 'aLHHoLjf3vSJQvD0', 'PAL-2026-0002', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"reason":"Surat belum ditandatangani","returned":{"by":"periksa","marked":["keperluan"]},"since":"2026-11-30T16:24:58.704961Z","standing":{"at":"lengkapi"},"started":false}', NULL, 2, '2026-11-30T16:24:52.720753+00:00', '2026-11-30T16:24:58.704961+00:00', 'applicant', 'pal-2026-0002
siaran rapat kedua', '[]'),
(3, 'F7Oedkar2u5kko7r', 'PAL-2026-0003', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:25:06.960861Z","standing":{"at":"izin"},"started":true}', NULL, 2, '2026-11-30T16:25:04.596702+00:00', '2026-11-30T16:25:06.960861+00:00', 'running', 'pal-2026-0003
siaran rapat ketiga', '[]'),
(4, 'V8OI7CtvTdhY4-Bw', 'PAL-2026-0004', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:25:13.282830Z","standing":{"at":"periksa"},"started":false}', NULL, 1, '2026-11-30T16:25:13.282830+00:00', '2026-11-30T16:25:13.282830+00:00', 'running', 'pal-2026-0004
siaran rapat keempat', '[]');
DELETE FROM "roster";
INSERT INTO "roster" ("id", "revision") VALUES
(1, 3423116640783302482);
DELETE FROM "task";
INSERT INTO "task" ("id", "request_id", "step", "role", "assigned_id", "opened_at", "opened_seq", "closed_at", "closed_seq", "due_at", "standard", "allowed", "counts_from", "used", "paused", "took", "revision", "decided") VALUES
(1, 1, 'periksa', 'helpdesk', NULL, '2026-11-30T16:24:40.433486+00:00', 1, '2026-11-30T16:24:43.241085+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:24:40.433486+00:00', 0, 0, 0, 0, TRUE),
(2, 1, 'izin', 'division-head', NULL, '2026-11-30T16:24:43.241085+00:00', 2, '2026-11-30T16:24:45.437207+00:00', 3, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:24:43.241085+00:00', 0, 0, 0, 0, TRUE),
(3, 2, 'periksa', 'helpdesk', NULL, '2026-11-30T16:24:52.720753+00:00', 1, '2026-11-30T16:24:58.704961+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:24:52.720753+00:00', 0, 0, 0, 0, TRUE),
(4, 2, 'lengkapi', 'pic', 2, '2026-11-30T16:24:58.704961+00:00', 2, NULL, NULL, NULL, NULL, NULL, '2026-11-30T16:24:58.704961+00:00', 0, 0, NULL, 0, FALSE),
(5, 3, 'periksa', 'helpdesk', NULL, '2026-11-30T16:25:04.596702+00:00', 1, '2026-11-30T16:25:06.960861+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:25:04.596702+00:00', 0, 0, 0, 0, TRUE),
(6, 3, 'izin', 'division-head', NULL, '2026-11-30T16:25:06.960861+00:00', 2, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:25:06.960861+00:00', 0, 0, NULL, 0, FALSE),
(7, 4, 'periksa', 'helpdesk', NULL, '2026-11-30T16:25:13.282830+00:00', 1, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:25:13.282830+00:00', 0, 0, NULL, 0, FALSE);
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
