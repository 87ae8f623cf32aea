//! Numbers behind keys.

use std::ops::RangeInclusive;

use toml::de::DeValue;

use super::{
    super::{bounds, sketch::KeySort},
    Keys,
};

impl Keys<'_> {
    pub(crate) fn is_number(&self, key: &'static str) -> bool {
        self.note(key, KeySort::Whole(None));
        let value = self.table.get(key);
        value.is_some_and(|value| value.get_ref().as_integer().is_some())
    }

    pub(crate) fn whole(&self, key: &'static str) -> Option<i64> {
        self.note(key, KeySort::Whole(None));
        self.whole_at(key)
    }

    fn whole_at(&self, key: &'static str) -> Option<i64> {
        let value = self.get(key)?;
        let found = value
            .get_ref()
            .as_integer()
            .and_then(|it| i64::from_str_radix(it.as_str(), it.radix()).ok());
        if found.is_none() {
            self.wrong(value, key, "a whole number without quotes");
        }
        found
    }

    /// A whole number within bounds.
    pub(crate) fn within<N: TryFrom<i64>>(
        &self,
        key: &'static str,
        bounds: RangeInclusive<i64>,
    ) -> Option<N> {
        self.note(key, KeySort::Whole(Some((*bounds.start(), *bounds.end()))));
        let whole = self.whole_at(key)?;
        let within = Some(whole).filter(|it| bounds.contains(it));
        let within = within.and_then(|it| N::try_from(it).ok());
        if within.is_none() {
            let (low, high) = bounds.into_inner();
            let what =
                format!("`{key}` cannot be {whole}; write a whole number from {low} to {high}.");
            self.at(key, what);
        }
        within
    }

    pub(crate) fn decimal(&self, key: &'static str) -> Option<f64> {
        self.note(key, KeySort::Number);
        let value = self.get(key)?;
        let found = match value.get_ref() {
            DeValue::Integer(it) => it.as_str().parse().ok(),
            DeValue::Float(it) => it.as_str().parse().ok(),
            _ => None,
        };
        let found = found.filter(|number: &f64| number.is_finite());
        let Some(number) = found else {
            self.wrong(value, key, "a number without quotes");
            return None;
        };
        let (low, high) = bounds::NUMBER.into_inner();
        #[expect(clippy::cast_precision_loss, reason = "a double is exact so far")]
        let is_within = (low as f64..=high as f64).contains(&number);
        if !is_within {
            let what = format!("`{key}` cannot be {number}; write a number from {low} to {high}.");
            self.at(key, what);
        }
        found.filter(|_| is_within)
    }
}
