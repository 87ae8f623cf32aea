//! Laws over every procedure we ship and those of other offices, whatever their files say.

use std::{path::PathBuf, sync::Arc};

use domain::{
    Language,
    code::RegisterCode,
    office::Office,
    procedure::{Catalogue, Kind, Procedure},
};
use tests::{
    Engine, World,
    stage::walk::{
        Company, Way,
        paths::{covering, ends_of, leading_to, withdrawals},
    },
};

/// An office and its procedures.
#[derive(Clone, Copy)]
enum House {
    /// The one we ship.
    Shipped,
    /// One of a file in the tests, with a folder of procedures.
    Other(&'static str, &'static str),
}

const FLEET: House = House::Other("kantor-armada.toml", "kendaraan");
const HALL: House = House::Other("kantor-gedung.toml", "acara");
const CERTIFICATES: House = House::Other("kantor-sertifikat.toml", "sertifikat");
const COMPLAINTS: House = House::Other("kantor-pengaduan.toml", "pengaduan");
const LABORATORY: House = House::Other("kantor-laboratorium.toml", "laboratorium");
const DEPOSITS: House = House::Other("kantor-aula.toml", "aula");
const SMALL: House = House::Other("kantor-kecil.toml", "");

impl House {
    fn files(self) -> Option<(PathBuf, PathBuf)> {
        let House::Other(office, folder) = self else {
            return None;
        };
        let procedures = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/procedures"));
        Some((
            procedures.join("office").join(office),
            procedures.join(folder),
        ))
    }

    fn procedures(self) -> Vec<Arc<Procedure>> {
        let catalogue = match self.files() {
            None => Catalogue::built_in(&Office::built_in().unwrap()),
            Some((office, folder)) => {
                Catalogue::read_dir(folder, &Office::read_file(office).unwrap())
            }
        };
        catalogue.unwrap().iter().cloned().collect()
    }

    async fn opens(self, engine: Engine) -> World {
        World::with(engine, |settings| {
            if let Some((office, folder)) = self.files() {
                settings.office = Some(office);
                settings.procedures = Some(folder);
            }
        })
        .await
    }

    fn procedure(self, code: &str) -> Arc<Procedure> {
        let mut all = self.procedures().into_iter();
        let found = all.find(|procedure| procedure.code.as_str() == code);
        found.expect("a procedure of this code")
    }

    /// Everyone whom a procedure needs; and where it chooses lines that another one writes, the same people under that.
    async fn company(
        self,
        world: &World,
        procedure: &Arc<Procedure>,
    ) -> (Company, Vec<(Company, RegisterCode)>) {
        let keeps = |procedure: &Procedure, register: &RegisterCode| {
            let mut entries = procedure.registers.iter();
            entries.any(|entry| entry.register == *register)
        };
        let fields = procedure.steps.iter().flat_map(|step| step.fields.iter());
        let chosen = fields.filter_map(|field| match &field.kind {
            Kind::Entry(entry) => Some(&entry.register),
            _ => None,
        });
        let foreign: Vec<_> = chosen.filter(|it| !keeps(procedure, it)).collect();
        let others = self.procedures();
        let mut writers = Vec::new();
        for register in foreign {
            let found = others.iter().find(|other| keeps(other, register));
            writers.push((found.expect("a procedure that writes it").clone(), register));
        }
        let mut besides: Vec<_> = writers.iter().map(|(writer, _)| writer.clone()).collect();
        let origins = others
            .iter()
            .filter(|it| !it.house && it.opens == procedure.opens);
        let origins = origins.filter_map(|it| Some((leading_to(it, procedure)?.moves.len(), it)));
        let origin = origins.min_by_key(|(length, _)| *length).map(|(_, it)| it);
        besides.extend(origin.cloned());
        let company = Company::gathers_for(world, (procedure, &besides), Language::ID).await;
        let company = match origin {
            Some(origin) => company.following(origin),
            None => company,
        };
        let under =
            |(writer, register): (_, &RegisterCode)| (company.under(&writer), register.clone());
        let writers = writers.into_iter().map(under).collect();
        (company, writers)
    }

    /// Every outcome is taken each way it can lead, on paths that each reach an end.
    async fn every_outcome_leads_where_its_file_says(self, code: &str, engine: Engine) {
        let (world, procedure) = (self.opens(engine).await, self.procedure(code));
        let (mut company, writers) = self.company(&world, &procedure).await;
        for (turn, path) in covering(&procedure).iter().enumerate() {
            // The usual reasons, and on every other path words that nobody else says.
            company.gives_reasons = !turn.is_multiple_of(2);
            for (writer, register) in &writers {
                writer.writes(register, turn).await;
            }
            let opening = if turn == 0 { Way::Chat } else { Way::Command };
            company.walks(path, turn, opening, Way::Chat).await;
        }
        world.finish().await;
    }

    /// From every step before the work starts, the applicant takes a request back.
    async fn a_request_can_be_taken_back_wherever_its_file_allows_it(
        self,
        code: &str,
        engine: Engine,
    ) {
        let (world, procedure) = (self.opens(engine).await, self.procedure(code));
        let (company, writers) = self.company(&world, &procedure).await;
        for (turn, path) in withdrawals(&procedure).iter().enumerate() {
            for (writer, register) in &writers {
                writer.writes(register, turn).await;
            }
            company.walks(path, turn, Way::Command, Way::Command).await;
        }
        world.finish().await;
    }
}

/// The paths below reach every end a procedure names.
#[test]
fn every_end_is_reached_by_some_path() {
    for (house, _) in under_the_laws() {
        for procedure in house.procedures() {
            let mut paths = covering(&procedure);
            paths.extend(withdrawals(&procedure));
            let named = procedure.ends.iter().map(|end| end.code.clone());
            assert_eq!(
                ends_of(&procedure, &paths),
                named.collect(),
                "{}",
                procedure.code
            );
        }
    }
}

/// Each law for each procedure, on both databases. PostgreSQL is passed over where it is not installed.
macro_rules! laws {
    ($($house:ident: $of:expr => [$($name:ident $code:literal),* $(,)?]),* $(,)?) => {
        $(mod $house {
            use super::*;

            $(mod $name {
                use super::*;

                laws!(of $of, $code, every_outcome_leads_where_its_file_says);
                laws!(of $of, $code, a_request_can_be_taken_back_wherever_its_file_allows_it);
            })*
        })*

        /// The procedures for which there are laws, by house.
        fn under_the_laws() -> Vec<(House, Vec<&'static str>)> {
            vec![$(($of, vec![$($code),*])),*]
        }
    };
    (of $of:expr, $code:literal, $law:ident) => {
        mod $law {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
            async fn on_sqlite() {
                $of.$law($code, Engine::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
            async fn on_postgres() {
                let Some(engine) = Engine::postgres().await else { return };
                $of.$law($code, engine).await;
            }
        }
    };
}

laws! {
    shipped: House::Shipped => [
        application_upload "application-upload",
        colocation "colocation",
        datacenter_visit "datacenter-visit",
        hosting "hosting",
        keberatan "keberatan",
        registration "registration",
        subdomain "subdomain",
    ],
    fleet: FLEET => [
        pakai_kendaraan "pakai-kendaraan",
        pinjam_kendaraan "pinjam-kendaraan",
    ],
    hall: HALL => [gelar_acara "gelar-acara"],
    certificates: CERTIFICATES => [
        cabut_sertifikat "cabut-sertifikat",
        perpanjang_sertifikat "perpanjang-sertifikat",
        terbit_sertifikat "terbit-sertifikat",
    ],
    complaints: COMPLAINTS => [dengar_pengaduan "dengar-pengaduan"],
    laboratory: LABORATORY => [ukur_sampel "ukur-sampel"],
    deposits: DEPOSITS => [pinjam_aula "pinjam-aula"],
    small: SMALL => [
        antar_barang "antar-barang",
        lapor_situs "lapor-situs",
        pinjam_ruang "pinjam-ruang",
    ],
}

/// A new procedure is entered above, and then the laws hold for it too.
#[test]
fn the_laws_hold_for_every_procedure() {
    for (house, codes) in under_the_laws() {
        let all = house.procedures();
        let all: Vec<_> = all.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, all);
    }
}
