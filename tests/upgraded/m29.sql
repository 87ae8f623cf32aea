-- The office as it stood under a program whose newest migration was m29: scenarios/upgrades.rs.
DELETE FROM "calendar";
INSERT INTO "calendar" ("id", "revision") VALUES
(1, 0);
DELETE FROM "card";
INSERT INTO "card" ("id", "token", "person_id", "request_id", "task_id", "message", "retired_at") VALUES
(1, 'kaaZZXAZFbd-Xu5K', 2, 1, NULL, 700016, NULL),
(2, '-LbGuNH0outdVIvM', 4, 1, 1, 700015, '2026-11-30T16:22:49.089249+00:00'),
(3, 'FURR8ccuUNkeC0NQ', 5, 1, 2, 700018, '2026-11-30T16:22:51.192778+00:00'),
(4, 'c8_Aq6Y15kuKZhfx', 2, 2, NULL, 700029, NULL),
(5, 'cHiR--Rs-lzE6w2h', 4, 2, 3, 700028, '2026-11-30T16:23:05.112841+00:00'),
(6, '1cEnqSXi9giha4K8', 2, 2, 4, 700032, NULL),
(7, 'yETzHJWdrEVwMKL2', 2, 3, NULL, 700040, NULL),
(8, '2fRPQd9rkcc6ZjA0', 4, 3, 5, 700039, '2026-11-30T16:23:14.716738+00:00'),
(9, 'e8mwjbbjPhiYz0A3', 5, 3, 6, 700042, NULL),
(10, 'csWYEC7Yefk6Rxk8', 2, 4, NULL, 700050, NULL),
(11, 'gCBzzWdhlIGeq51F', 4, 4, 7, 700049, NULL);
DELETE FROM "deed";
INSERT INTO "deed" ("id", "at", "by_id", "about_id", "body") VALUES
(1, '2026-11-30T16:22:38.516817+00:00', 1, 1, '{"kind":"came-in","role":"administrator"}'),
(2, '2026-11-30T16:22:39.621428+00:00', 2, 2, '{"kind":"came-in","role":"pic"}'),
(3, '2026-11-30T16:22:40.628803+00:00', 4, 4, '{"kind":"came-in","role":"helpdesk"}'),
(4, '2026-11-30T16:22:41.648657+00:00', 5, 5, '{"kind":"came-in","role":"division-head"}');
DELETE FROM "draft";
INSERT INTO "draft" ("id", "token", "person_id", "procedure", "procedure_version", "filling", "parked", "revision", "changed_at") VALUES
(6, 'CE4OhRQorsTYn8xK', 2, 'pinjam-alat', 1, '{"answers":{"keperluan":{"kind":"text","value":"Siaran rapat kelima"}},"at":"next","done":50,"old":{":opened-by":{"kind":"choice","value":"pic"}}}', FALSE, 2, '2026-11-30T16:23:26.052802+00:00');
DELETE FROM "event";
INSERT INTO "event" ("request_id", "seq", "at", "by_id", "body") VALUES
(1, 1, '2026-11-30T16:22:46.402153+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(1, 2, '2026-11-30T16:22:49.089249+00:00', 4, '{"account":5000000003,"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(1, 3, '2026-11-30T16:22:51.192778+00:00', 5, '{"account":5000000004,"kind":"decided","outcome":"izinkan","role":"division-head","step":"izin"}'),
(2, 1, '2026-11-30T16:22:58.788612+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(2, 2, '2026-11-30T16:23:05.112841+00:00', 4, '{"account":5000000003,"kind":"decided","marked":["keperluan"],"outcome":"kembalikan","reason":"Surat belum ditandatangani","role":"helpdesk","step":"periksa"}'),
(3, 1, '2026-11-30T16:23:11.760634+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}'),
(3, 2, '2026-11-30T16:23:14.716738+00:00', 4, '{"account":5000000003,"kind":"decided","outcome":"setujui","role":"helpdesk","step":"periksa"}'),
(4, 1, '2026-11-30T16:23:21.492732+00:00', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"kind":"opened"}');
DELETE FROM "holding";
INSERT INTO "holding" ("person_id", "role", "since") VALUES
(1, 'administrator', '2026-11-30T16:22:38.516783+00:00'),
(2, 'pic', '2026-11-30T16:22:39.621407+00:00'),
(4, 'helpdesk', '2026-11-30T16:22:40.628785+00:00'),
(5, 'division-head', '2026-11-30T16:22:41.648640+00:00');
DELETE FROM "invitation";
INSERT INTO "invitation" ("token_hash", "role", "name", "agency", "created_at", "expires_at", "used_at", "used_by") VALUES
('ad95d97ed5ba467b431e5e7a9925220011162172f798a6c6664a6291d6987019', 'administrator', 'Administrator', NULL, '2026-11-30T16:22:36.880329+00:00', '2026-12-07T16:22:36.880326+00:00', NULL, NULL),
('23f6323f8328c5e7da980526bfd466db8b10cf5c4728d5dcc5dfb9144bff1c30', 'administrator', 'Ade', NULL, '2026-11-30T16:22:38.300519+00:00', '2026-12-07T16:22:38.300515+00:00', '2026-11-30T16:22:38.516667+00:00', 1),
('b96ed03a0c6cae4222b992772c02d0e77c22f00c3b6e1303e01930a45eadbe5a', 'pic', 'Sari', 'dinsos', '2026-11-30T16:22:39.388284+00:00', '2026-12-07T16:22:39.388282+00:00', '2026-11-30T16:22:39.621238+00:00', 2),
('d3958e3b428948b1d14913bea1364ae15eeab9b9b23d3fc1c8cc46ac0c3c4490', 'helpdesk', 'Hana', NULL, '2026-11-30T16:22:40.548310+00:00', '2026-12-07T16:22:40.548308+00:00', '2026-11-30T16:22:40.628726+00:00', 4),
('e6a22b6645cf94d45fdbc9e9fc4ca5d5b257fde4cc6502f3b9ba77c1efce818b', 'division-head', 'Dewi', NULL, '2026-11-30T16:22:41.500477+00:00', '2026-12-07T16:22:41.500474+00:00', '2026-11-30T16:22:41.648579+00:00', 5);
DELETE FROM "issued";
INSERT INTO "issued" ("id", "request_id", "seq", "paper", "number", "year", "check_code", "issued_at", "media", "size", "sha256", "made_at", "attempts") VALUES
(1, 1, 1, 'tanda-terima', NULL, 2026, 'YQHXUEZPFTHS', '2026-11-30T16:22:46.402153+00:00', 'application/pdf', 25739, 'b8725ba083c28091e62c088871af7fb62642e5d3f6cea2a4c41cacba9de10fe5', '2026-11-30T16:22:46.956604+00:00', 0),
(2, 1, 3, 'surat-izin', '500.12/001/Diskominfo/2026', 2026, 'DN2HDLHRR6DE', '2026-11-30T16:22:51.192778+00:00', 'application/pdf', 32705, '412add16ab2928a6db1b6758874659c3a69d15c3646b9fbeaede427cc7e9c3a1', '2026-11-30T16:22:51.820350+00:00', 0),
(3, 2, 1, 'tanda-terima', NULL, 2026, '85HFZ9GFCXDP', '2026-11-30T16:22:58.788612+00:00', 'application/pdf', 26090, 'e2ba0e764fd1a6b21a08ac5584d9045e1a4124e4f15db41743f19a400daa7755', '2026-11-30T16:22:59.092226+00:00', 0),
(4, 3, 1, 'tanda-terima', NULL, 2026, 'UT3TL59FJPZQ', '2026-11-30T16:23:11.760634+00:00', 'application/pdf', 25957, '68d0842cbc34bbf042857b47b563bcf60a14dfc56186de5242db2b3ec23acd80', '2026-11-30T16:23:12.168356+00:00', 0),
(5, 4, 1, 'tanda-terima', NULL, 2026, 'NN8NT5WCJQTN', '2026-11-30T16:23:21.492732+00:00', 'application/pdf', 25836, 'd3e897c58e26ecc49bf7bd12905d03b9d33d1edd786879f361220725ea206dc8', '2026-11-30T16:23:21.828380+00:00', 0);
DELETE FROM "line";
INSERT INTO "line" ("id", "register", "number", "request_id", "part", "agency", "name", "cells", "words", "opened_at", "changed_at") VALUES
(1, 'alat', 1, 1, 0, 'dinsos', 'Siaran rapat pertama', '{"diizinkan":{"value":{"kind":"moment","value":"2026-11-30T16:22:51.192778Z"}},"keperluan":{"value":{"kind":"text","value":"Siaran rapat pertama"}}}', 'pal-2026-0001
dinsos
siaran rapat pertama
2026-11-30t16:22:51.192778+00:00
siaran rapat pertama', '2026-11-30T16:22:51.192778+00:00', '2026-11-30T16:22:51.192778+00:00');
DELETE FROM "link";
INSERT INTO "link" ("place", "kind", "request_id", "seq", "digest", "hash") VALUES
(0, 'begun', 0, 0, '', '0000000000000000000000000000000000000000000000000000000000000000'),
(1, 'event', 1, 1, '005ebe4aa78d789723538cbf4293681db9397b3b1b39bbfe682fc5890e0cb6ba', '62b145bf35cbfed30173c0793d5ea862de9feeaaaa043e5e17fba56287a5e510'),
(2, 'made', 1, 1, 'ce4fc87b865a2ab6ea4160af0ec36e5f28de0cf6b4c6e291a110a5f6ada280a6', 'a8eb54fbe3a070b415db6cdb925d0bbee5678a21ade24da7f071f2dd0d35c10e'),
(3, 'event', 1, 2, '548b951d5b22567a990b43a3d41a650735b07ee646369612c794697656575c61', '54ffb5d7b8700ce31838e565eb55d910287564f9b466353d1d75b516332aa07e'),
(4, 'event', 1, 3, '080ac2700c58a583067f97646ebfcbf957395b602410d084cac1b89afbee581f', '23c3c1a2d87f07e414736ce4d43edc726f0736b63f40919b18076ab00f228726'),
(5, 'made', 1, 3, '2cff46102ac2ec1ef6a26abe73d7c0e8269382167d0a0936d3cfd3f094353ed8', '7a58cdf3cd16e7427fc6bf78a9f3b638870e39b5939ae06b9d945d1849f0accf'),
(6, 'event', 2, 1, '2a9189d41a056a0a4798b80539ed09dae04f37a7ffa1096abaf04679be64fd76', 'fccea84a3946b04362a96d5b6fc2a288e8602f8e9ddf3c87fb696070feb49225'),
(7, 'made', 2, 1, '082cec6c2e6fd76998f39e53ab1f3bc1bd24c2a74277ca83939678cbb23b967d', '0408e0271f20042910a83551ff67668629d28349339d7879e58b8fd8abd7f900'),
(8, 'event', 2, 2, '7b88634f7c8973abc66d902ca95c666d294e94efce5477661b78d05e59a799d7', 'd8ce03b85c5e38c18379fb54e3c233de72b7c46a8a0199f7da52005176442567'),
(9, 'event', 3, 1, '5fd83acefb5f9df0d468dced0f7dd4875836ab56c0d0eb753e5c707a7b0a1b67', '1802e42b943cabe8198841957f9c4164cc266edbd11f6b92d99e8be900c4311c'),
(10, 'made', 3, 1, '3411588472775cdd32349bd89da94a6eaec9bc0b90f19b774ae81c8d978adab0', '0a6fd1a57c7c78b9a30a366cf864862e5644493ff3672c771d81e1829b2d354a'),
(11, 'event', 3, 2, '6420d3f28c14aeb0d36d8d0d8a6a67b8377d572794ec65354fd26b0ccefe19f8', '940319ae367e50b06d1b51323a0805433565f07a91c15719652983b040f56cb2'),
(12, 'event', 4, 1, 'fecc9efee0e3e0096102bb5a312acd413ebc742aaa0128c3d3112b42968294ae', '869c97cb2313d0fab7466f87be3ef74ed090f137ce4cd5b765e7598d6f57ce03'),
(13, 'made', 4, 1, 'bb378764448603be7d33380d2493f2c1df25630ed840c793b1134d5f0129f9a2', '9af00e109d1a71d259737c116a451a8774371eb7078665ce701a9b412f04e3f8');
DELETE FROM "mark";
INSERT INTO "mark" ("name", "at") VALUES
('rests', '2026-11-30T16:22:36.798765+00:00'),
('folded:2', '2026-11-30T16:22:36.825429+00:00'),
('stocked:pinjam-alat:1:2', '2026-11-30T16:22:36.825889+00:00'),
('wound-up', '2026-11-30T16:22:36.826357+00:00'),
('noted', '2026-11-30T16:22:36.848745+00:00'),
('stopped', '2026-11-30T16:23:31.016194+00:00');
DELETE FROM "outbox";
INSERT INTO "outbox" ("id", "person_id", "what", "card_id", "created_at", "attempts", "done_at", "urgency") VALUES
(1, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:22:46.402999+00:00', 0, '2026-11-30T16:22:46.636551+00:00', 0),
(2, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:22:46.403438+00:00', 0, '2026-11-30T16:22:46.513161+00:00', 0),
(3, 2, '{"kind":"issued","paper":1}', NULL, '2026-11-30T16:22:46.956852+00:00', 0, '2026-11-30T16:22:46.962611+00:00', 0),
(4, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:22:49.089647+00:00', 0, '2026-11-30T16:22:49.124663+00:00', 0),
(5, 4, '{"card":2,"kind":"card"}', 2, '2026-11-30T16:22:49.089648+00:00', 0, '2026-11-30T16:22:49.260242+00:00', 0),
(6, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:22:49.089864+00:00', 0, '2026-11-30T16:22:49.172669+00:00', 0),
(7, 2, '{"card":1,"kind":"card"}', 1, '2026-11-30T16:22:51.220478+00:00', 0, '2026-11-30T16:22:51.556127+00:00', 0),
(8, 5, '{"card":3,"kind":"card"}', 3, '2026-11-30T16:22:51.220480+00:00', 0, '2026-11-30T16:22:51.556232+00:00', 0),
(9, 2, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:22:51.220484+00:00', 0, '2026-11-30T16:22:51.777152+00:00', 0),
(10, 4, '{"kind":"ended","request":1}', NULL, '2026-11-30T16:22:51.220527+00:00', 0, '2026-11-30T16:22:51.400197+00:00', 0),
(11, 2, '{"kind":"issued","paper":2}', NULL, '2026-11-30T16:22:51.820483+00:00', 0, '2026-11-30T16:22:51.944120+00:00', 0),
(12, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:22:58.788988+00:00', 0, '2026-11-30T16:22:58.988166+00:00', 0),
(13, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:22:58.789109+00:00', 0, '2026-11-30T16:22:58.888685+00:00', 0),
(14, 2, '{"kind":"issued","paper":3}', NULL, '2026-11-30T16:22:59.092379+00:00', 0, '2026-11-30T16:22:59.180029+00:00', 0),
(15, 2, '{"card":4,"kind":"card"}', 4, '2026-11-30T16:23:05.113127+00:00', 0, '2026-11-30T16:23:05.181719+00:00', 0),
(16, 4, '{"card":5,"kind":"card"}', 5, '2026-11-30T16:23:05.113128+00:00', 0, '2026-11-30T16:23:05.388132+00:00', 0),
(17, 2, '{"card":6,"kind":"card"}', 6, '2026-11-30T16:23:05.113357+00:00', 0, '2026-11-30T16:23:05.352340+00:00', 0),
(18, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:23:11.761031+00:00', 0, '2026-11-30T16:23:12.108575+00:00', 0),
(19, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:23:11.761194+00:00', 0, '2026-11-30T16:23:11.942250+00:00', 0),
(20, 2, '{"kind":"issued","paper":4}', NULL, '2026-11-30T16:23:12.168490+00:00', 0, '2026-11-30T16:23:12.388342+00:00', 0),
(21, 2, '{"card":7,"kind":"card"}', 7, '2026-11-30T16:23:14.716995+00:00', 0, '2026-11-30T16:23:14.847979+00:00', 0),
(22, 4, '{"card":8,"kind":"card"}', 8, '2026-11-30T16:23:14.716995+00:00', 0, '2026-11-30T16:23:14.844133+00:00', 0),
(23, 5, '{"card":9,"kind":"card"}', 9, '2026-11-30T16:23:14.717139+00:00', 0, '2026-11-30T16:23:14.797208+00:00', 0),
(24, 2, '{"card":10,"kind":"card"}', 10, '2026-11-30T16:23:21.493134+00:00', 0, '2026-11-30T16:23:21.828653+00:00', 0),
(25, 4, '{"card":11,"kind":"card"}', 11, '2026-11-30T16:23:21.493299+00:00', 0, '2026-11-30T16:23:21.600830+00:00', 0),
(26, 2, '{"kind":"issued","paper":5}', NULL, '2026-11-30T16:23:21.828540+00:00', 0, '2026-11-30T16:23:21.896151+00:00', 0);
DELETE FROM "paper";
INSERT INTO "paper" ("id", "name", "media", "size", "sha256", "handle", "by_id", "at", "request_id") VALUES
(1, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700013', 2, '2026-11-30T16:22:45.533061+00:00', 1),
(2, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700026', 2, '2026-11-30T16:22:57.788136+00:00', 2),
(3, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700037', 2, '2026-11-30T16:23:10.790318+00:00', 3),
(4, 'surat.pdf', 'application/pdf', 396, '73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3', 'F700047', 2, '2026-11-30T16:23:20.412327+00:00', 4);
DELETE FROM "person";
INSERT INTO "person" ("id", "account", "name", "language", "agency", "created_at") VALUES
(1, 5000000001, 'Ade', 'id', NULL, '2026-11-30T16:22:38.516477+00:00'),
(2, 5000000002, 'Sari', 'id', 'dinsos', '2026-11-30T16:22:39.621185+00:00'),
(3, 0, 'Loket', 'id', NULL, '2026-11-30T16:22:39.621634+00:00'),
(4, 5000000003, 'Hana', 'id', NULL, '2026-11-30T16:22:40.628659+00:00'),
(5, 5000000004, 'Dewi', 'id', NULL, '2026-11-30T16:22:41.648517+00:00');
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
', '2026-11-30T16:22:36.824495+00:00');
DELETE FROM "request";
INSERT INTO "request" ("id", "token", "ticket", "procedure", "procedure_version", "agency", "applicant_id", "state", "ended", "version", "opened_at", "changed_at", "phase", "found_by", "alike") VALUES
(1, 'Q3Tsnc6VTaxPzwAQ', 'PAL-2026-0001', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat pertama"},"surat":{"kind":"paper","value":{"id":1,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:22:51.192778Z","standing":{"ended":"selesai"},"started":true}', 'selesai', 3, '2026-11-30T16:22:46.402153+00:00', '2026-11-30T16:22:51.192778+00:00', 'done', 'pal-2026-0001
siaran rapat pertama', '[]'),
(2, 'gbNGzssx4inIZ2jn', 'PAL-2026-0002', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat kedua"},"surat":{"kind":"paper","value":{"id":2,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"reason":"Surat belum ditandatangani","returned":{"by":"periksa","marked":["keperluan"]},"since":"2026-11-30T16:23:05.112841Z","standing":{"at":"lengkapi"},"started":false}', NULL, 2, '2026-11-30T16:22:58.788612+00:00', '2026-11-30T16:23:05.112841+00:00', 'applicant', 'pal-2026-0002
siaran rapat kedua', '[]'),
(3, 'MurQu1R0g_sO2mEo', 'PAL-2026-0003', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat ketiga"},"surat":{"kind":"paper","value":{"id":3,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:23:14.716738Z","standing":{"at":"izin"},"started":true}', NULL, 2, '2026-11-30T16:23:11.760634+00:00', '2026-11-30T16:23:14.716738+00:00', 'running', 'pal-2026-0003
siaran rapat ketiga', '[]'),
(4, 'eyyO7pxV3WBqyi3r', 'PAL-2026-0004', 'pinjam-alat', 1, 'dinsos', 2, '{"answers":{":opened-by":{"kind":"choice","value":"pic"},"keperluan":{"kind":"text","value":"Siaran rapat keempat"},"surat":{"kind":"paper","value":{"id":4,"media":"application/pdf","name":"surat.pdf","sha256":"73634125040f06b1a8745e3ffa83a6cadd2550250e16556087e030a09627ecc3","size":396}}},"since":"2026-11-30T16:23:21.492732Z","standing":{"at":"periksa"},"started":false}', NULL, 1, '2026-11-30T16:23:21.492732+00:00', '2026-11-30T16:23:21.492732+00:00', 'running', 'pal-2026-0004
siaran rapat keempat', '[]');
DELETE FROM "roster";
INSERT INTO "roster" ("id", "revision") VALUES
(1, 1762485510844613255);
DELETE FROM "task";
INSERT INTO "task" ("id", "request_id", "step", "role", "assigned_id", "opened_at", "opened_seq", "closed_at", "closed_seq", "due_at", "standard", "allowed", "counts_from", "used", "paused", "took", "revision", "decided") VALUES
(1, 1, 'periksa', 'helpdesk', NULL, '2026-11-30T16:22:46.402153+00:00', 1, '2026-11-30T16:22:49.089249+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:22:46.402153+00:00', 0, 0, 0, 0, TRUE),
(2, 1, 'izin', 'division-head', NULL, '2026-11-30T16:22:49.089249+00:00', 2, '2026-11-30T16:22:51.192778+00:00', 3, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:22:49.089249+00:00', 0, 0, 0, 0, TRUE),
(3, 2, 'periksa', 'helpdesk', NULL, '2026-11-30T16:22:58.788612+00:00', 1, '2026-11-30T16:23:05.112841+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:22:58.788612+00:00', 0, 0, 0, 0, TRUE),
(4, 2, 'lengkapi', 'pic', 2, '2026-11-30T16:23:05.112841+00:00', 2, NULL, NULL, NULL, NULL, NULL, '2026-11-30T16:23:05.112841+00:00', 0, 0, NULL, 0, FALSE),
(5, 3, 'periksa', 'helpdesk', NULL, '2026-11-30T16:23:11.760634+00:00', 1, '2026-11-30T16:23:14.716738+00:00', 2, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:23:11.760634+00:00', 0, 0, 0, 0, TRUE),
(6, 3, 'izin', 'division-head', NULL, '2026-11-30T16:23:14.716738+00:00', 2, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:23:14.716738+00:00', 0, 0, NULL, 0, FALSE),
(7, 4, 'periksa', 'helpdesk', NULL, '2026-11-30T16:23:21.492732+00:00', 1, NULL, NULL, '2026-12-01T00:35:00+00:00', '5 menit', 300, '2026-11-30T16:23:21.492732+00:00', 0, 0, NULL, 0, FALSE);
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
