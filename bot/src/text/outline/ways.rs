//! All ways through a procedure, a line each.

use domain::procedure::ways::{SopWay, TurnReason, WayEnd, WayTurn};

use super::table::{width, wrap};
use crate::text::{phrase::Saying, words::t};

impl Saying<'_> {
    /// Every way through the procedure, numbered.
    pub fn all_ways(&self) -> String {
        let ways = self.procedure.ways();
        let lines = (1..).zip(&ways).flat_map(|(number, way): (u32, _)| {
            let lines = wrap(&self.way(way), width() - 6).into_iter().enumerate();
            lines.map(move |(place, line)| match place {
                0 => format!("{number:>4}. {line}"),
                _ => format!("      {line}"),
            })
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// "Ajukan Peminjaman: Kirim Permohonan → Izinkan: Setujui ⇒ Selesai"
    fn way(&self, way: &SopWay<'_>) -> String {
        let turns: Vec<String> = way.turns.iter().map(|turn| self.turn(turn)).collect();
        let s = self.s;
        let end = match way.leads {
            WayEnd::End(end) => format!("⇒ {}", self.end(end)),
            WayEnd::Back(step) => t!(plain s, "ways-back", step = s.text(&step.title)),
            WayEnd::Resumes => t!(plain s, "ways-resumes"),
        };
        format!("{} {end}", turns.join(" → "))
    }

    fn turn(&self, turn: &WayTurn<'_>) -> String {
        let s = self.s;
        let chosen = format!(
            "{}: {}",
            s.text(&turn.step.title),
            s.text(&turn.outcome.label)
        );
        match turn.why {
            TurnReason::Straight => chosen,
            TurnReason::Branch(when) => format!("{chosen} ({})", self.condition(when)),
            TurnReason::TooOften => format!("{chosen} ({})", t!(plain s, "ways-too-often")),
        }
    }
}
