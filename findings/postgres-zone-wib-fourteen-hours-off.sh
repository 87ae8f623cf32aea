#!/usr/bin/env bash
# PostgreSQL takes the zone WIB only from a session that is itself in Jakarta, and takes "WIB+7" from everybody, to
# mean a time fourteen hours away.
#
# Versions:  PGlite 0.5.17 (npm), which is PostgreSQL 18.7.
# Behaviour: since version 18 an abbreviation is looked up in the session's own zone first. None of the three of
#            Indonesia (WIB, WITA, WIT) is in PostgreSQL's default list, so the same literal is read by a session in
#            Asia/Jakarta and refused by one in UTC or in Asia/Makassar. Any letters with a number behind them,
#            however, are a zone of POSIX, which counts hours to the west: "WIB+7" and "UTC+7" are seven hours west of
#            Greenwich, while "+07" at the end of the same literal is seven hours east.
# Why it matters: a statement tried on one's own machine fails on the server, or the other way about; and the obvious
#            mending of it is accepted and shifts every time by fourteen hours, often onto another day. Write
#            'Asia/Jakarta', or '+07' at the end of a literal.
# Fails if any of these lines changes.

set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.17
cat >zones.mjs <<'EOF'
import { PGlite } from '@electric-sql/pglite';

const db = new PGlite();
const ask = async (sql) => {
  try {
    return (await db.query(`select (${sql})::text as it`)).rows[0].it;
  } catch (error) {
    return error.message.split(':')[0];
  }
};
for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'UTC']) {
  await db.exec(`set time zone '${zone}'`);
  for (const own of ['WIB', 'WITA'])
    console.log(`${zone}: 08:00 ${own} is ${await ask(`timestamptz '2026-01-05 08:00 ${own}'`)}`);
}
for (const zone of ['+07', ' Asia/Jakarta', ' WIB+7', ' UTC+7'])
  console.log(`UTC: 08:00${zone} is ${await ask(`timestamptz '2026-01-05 08:00${zone}'`)}`);
for (const zone of ['Asia/Jakarta', 'WIB+7', 'UTC+7'])
  console.log(`noon of UTC in ${zone} is ${await ask(`timestamptz '2026-01-05 12:00+00' at time zone '${zone}'`)}`);
await db.close();
EOF
node zones.mjs >seen
cat seen
diff seen - <<'EOF'
Asia/Jakarta: 08:00 WIB is 2026-01-05 08:00:00+07
Asia/Jakarta: 08:00 WITA is invalid input syntax for type timestamp with time zone
Asia/Makassar: 08:00 WIB is invalid input syntax for type timestamp with time zone
Asia/Makassar: 08:00 WITA is 2026-01-05 08:00:00+08
UTC: 08:00 WIB is invalid input syntax for type timestamp with time zone
UTC: 08:00 WITA is invalid input syntax for type timestamp with time zone
UTC: 08:00+07 is 2026-01-05 01:00:00+00
UTC: 08:00 Asia/Jakarta is 2026-01-05 01:00:00+00
UTC: 08:00 WIB+7 is 2026-01-05 15:00:00+00
UTC: 08:00 UTC+7 is 2026-01-05 15:00:00+00
noon of UTC in Asia/Jakarta is 2026-01-05 19:00:00
noon of UTC in WIB+7 is 2026-01-05 05:00:00
noon of UTC in UTC+7 is 2026-01-05 05:00:00
EOF
