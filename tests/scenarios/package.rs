//! The Debian package: installed, started, upgraded and purged on a machine of its own, which is this one with a sheet of
//! glass over it: whatever is written stays on the glass.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::Stdio,
};

use tests::telegram::Telegram;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
};

const DONE: &str = "== done ";
/// Lays the glass, and goes on as a shell within it.
const LAYS_THE_GLASS: &str = "set -e
mount -t tmpfs none $0; mkdir $0/upper $0/work $0/machine
mount -t overlay overlay -o lowerdir=/,upperdir=$0/upper,workdir=$0/work $0/machine
for shared in proc dev; do mount --rbind /$shared $0/machine/$shared; done
mkdir -p $0/machine/packages; mount --bind $1 $0/machine/packages
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C chroot $0/machine sh 2>&1";
/// As the unit starts it, of which the words are read from the unit itself.
const STARTS: &str = r"unit=/lib/systemd/system/loket.service
user=$(sed -n 's/^User=//p' $unit); start=$(sed -n 's/^ExecStart=//p' $unit); place=$(sed -n 's/^WorkingDirectory=//p' $unit)
settings=$(sed -n 's/^EnvironmentFile=//p' $unit)
: >/tmp/log
(cd $place; set -a; . $settings; exec setpriv --reuid=$user --regid=$user --init-groups $start) >/dev/null 2>/tmp/log &
loket=$!
until grep -q 'loket is open' /tmp/log; do kill -0 $loket || break; sleep 0.1; done
cat /tmp/log; kill -0 $loket";
const ENDS: &str = "kill -TERM $loket; wait $loket";

/// A shell on the machine of its own.
struct Machine {
    _shell: Child,
    says: ChildStdin,
    hears: Lines<BufReader<ChildStdout>>,
    _place: tempfile::TempDir,
}

impl Machine {
    /// None where this machine does not let anybody lay glass over it.
    async fn with(packages: &Path) -> Option<Machine> {
        let place = tempfile::tempdir().unwrap();
        let mut shell = Command::new("unshare")
            .args(["--mount", "sh", "-c", LAYS_THE_GLASS])
            .args([place.path(), packages])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .ok()?;
        let mut machine = Machine {
            says: shell.stdin.take()?,
            hears: BufReader::new(shell.stdout.take()?).lines(),
            _shell: shell,
            _place: place,
        };
        let (code, _) = machine.tries("test -x /usr/bin/dpkg").await?;
        (code == 0).then_some(machine)
    }

    /// Does something; how it ended, and what it said. None where the machine is gone.
    async fn tries(&mut self, what: &str) -> Option<(i32, String)> {
        let asked = format!("{{ {what}\n}} </dev/null\ncode=$?; echo; echo \"{DONE}$code\"\n");
        self.says.write_all(asked.as_bytes()).await.ok()?;
        let mut said = String::new();
        while let Ok(Some(line)) = self.hears.next_line().await {
            if let Some(code) = line.strip_prefix(DONE) {
                return Some((code.parse().ok()?, said));
            }
            said.push_str(&line);
            said.push('\n');
        }
        None
    }

    /// Does something that goes well; what it said.
    async fn does(&mut self, what: &str) -> String {
        let (code, said) = self.tries(what).await.expect("the machine is there");
        assert_eq!(code, 0, "{what}\n{said}");
        said.trim().to_owned()
    }
}

/// Makes a package of a version. None where Debian's tools are not there.
async fn package(program: &Path, version: &str, folder: &Path) -> Option<PathBuf> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for tool in ["dpkg-deb", "objdump", "unshare", "setpriv"] {
        Command::new(tool).arg("--version").output().await.ok()?;
    }
    let made = Command::new(house.join("bot/deploy/package"))
        .args([program, folder])
        .env("LOKET_VERSION", version)
        .env("LOKET_PACK", "none")
        .output()
        .await
        .unwrap();
    let said = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "{said}");
    let path = String::from_utf8(made.stdout).unwrap();
    Some(PathBuf::from(path.trim()))
}

fn skipped(why: &str) {
    // Past the test runner, which keeps what passing tests print to itself.
    let _ = writeln!(std::io::stderr(), "skipped, the package: {why}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_package_is_installed_started_upgraded_and_purged() {
    let place = tempfile::tempdir().unwrap();
    let program = place.path().join("loket");
    let stripped = Command::new("strip")
        .arg("-o")
        .arg(&program)
        .arg(env!("CARGO_BIN_EXE_actor"))
        .status()
        .await;
    if !stripped.is_ok_and(|it| it.success()) {
        return skipped("there are no binutils");
    }
    let folder = place.path().join("packages");
    std::fs::create_dir(&folder).unwrap();
    let Some(first) = package(&program, "1.0", &folder).await else {
        return skipped("Debian's tools are not there");
    };
    package(&program, "1.1", &folder).await.unwrap();
    let Some(mut machine) = Machine::with(&folder).await else {
        return skipped("nothing can be mounted here");
    };
    let name = first.file_name().unwrap().to_str().unwrap().to_owned();
    let telegram = Telegram::open().await;
    let user = telegram.person("Rani", "id");

    // Installed: a user, its folder, and settings that only root reads; nothing runs.
    machine.does(&format!("dpkg -i /packages/{name}")).await;
    let rights = "stat -c '%U %a' /etc/loket/loket.env /var/lib/loket";
    assert_eq!(machine.does(rights).await, "root 600\nloket 700");
    let bill = machine
        .does("grep -c PackageChecksum /usr/share/doc/loket/bill-of-materials.spdx")
        .await;
    assert!(bill.parse::<u32>().unwrap() > 200, "{bill}");

    // Made ready and started as the README says.
    let answers = format!(
        "LOKET_API_URL={} loket init <<ANSWERS\n{}\nDiskominfo\nKota\nkota.go.id\nBudi\nANSWERS",
        telegram.url(),
        telegram.token()
    );
    machine.does(&answers).await;
    let api = format!(
        "echo LOKET_API_URL={} >>/etc/loket/loket.env",
        telegram.url()
    );
    machine.does(&api).await;
    machine.does(STARTS).await;
    telegram.says(user, "Halo");
    telegram
        .until(|it| it.screen(user).contains("belum terdaftar"))
        .await;

    // Upgraded while it runs: what somebody has set stays, and the new program goes on with what is there.
    let before = machine.does("cksum /etc/loket/*").await;
    machine
        .does(&format!("dpkg -i /packages/{}", name.replace("1.0", "1.1")))
        .await;
    machine.does(ENDS).await;
    assert_eq!(machine.does("cksum /etc/loket/*").await, before);
    assert_eq!(
        machine.does("dpkg-query -W -f '${Version}' loket").await,
        "1.1"
    );
    machine.does(STARTS).await;
    telegram.says(user, "/start");
    let answers = |it: &Telegram| it.screen(user).matches("belum terdaftar").count();
    telegram.until(|it| answers(it) > 1).await;
    machine.does(ENDS).await;

    // Removed and purged: the program and its settings are gone, and what the office has is there.
    machine
        .does("dpkg -r loket && ! test -e /usr/bin/loket && test -e /etc/loket/loket.env")
        .await;
    machine
        .does("dpkg -P loket && ! test -e /etc/loket/loket.env")
        .await;
    machine
        .does("test -s /var/lib/loket/loket.db && test -s /etc/loket/kota.toml")
        .await;
}
