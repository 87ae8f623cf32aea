//! Addresses: with a scheme, or only the name of a host that ends in a domain.

use super::{Entity, Units};

/// Domains with more than two letters, beside those of countries.
const DOMAINS: &str = " com org net edu gov mil int info biz name pro mobi asia xyz dev app zip mov online site website \
    store shop cloud tech blog wiki live news media email support page link click space fun top club vip ";

/// Domains of countries: all pairs of letters that are one.
const COUNTRIES: &str = " ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt \
    bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm \
    fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo \
    jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu \
    mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb \
    sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us \
    uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw ";

/// Addresses and e-mail.
pub(super) fn addresses(text: &Units) -> Vec<Entity> {
    let mut found = Vec::new();
    let mut from = 0;
    while from < text.signs.len() {
        let to = text.run(from, |sign| {
            !sign.is_whitespace() && !"<>\"“”„«»".contains(sign)
        });
        if to == from {
            from += 1;
            continue;
        }
        let word = trimmed(text, from, to);
        if let Some((kind, from, to)) = word.and_then(|(from, to)| read(text, from, to)) {
            found.push(text.entity(kind, from, to));
        }
        from = to;
    }
    found
}

/// The word without what stands around it.
fn trimmed(text: &Units, mut from: usize, mut to: usize) -> Option<(usize, usize)> {
    while from < to && "([{'.,:;!?*-–—/".contains(text.signs[from]) {
        from += 1;
    }
    while from < to && ")]}'.,:;!?*…".contains(text.signs[to - 1]) {
        to -= 1;
    }
    (from < to).then_some((from, to))
}

fn read(text: &Units, from: usize, to: usize) -> Option<(&'static str, usize, usize)> {
    let word = text.text(from, to);
    let of_host = |sign: char| sign.is_alphanumeric() || "-_.".contains(sign);
    if let Some((scheme, rest)) = word.split_once("://") {
        let known = ["http", "https", "ftp", "tg", "ton"];
        let is_known = known.iter().any(|known| scheme.eq_ignore_ascii_case(known));
        let host: String = rest.chars().take_while(|sign| of_host(*sign)).collect();
        return (is_known && host.contains('.')).then_some(("url", from, to));
    }
    // Whatever stands before the last sign that no host has is not of the address: "Situs:contoh.id".
    let path = word.find(['/', '?', '#']).unwrap_or(word.len());
    let authority = &word[..path];
    if let Some((name, host)) = authority.rsplit_once('@') {
        let is_name = !name.is_empty() && name.chars().all(|sign| of_host(sign) || sign == '+');
        let is_mail = is_name && path == word.len() && is_host(host);
        return is_mail.then_some(("email", from, to));
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|sign| sign.is_ascii_digit()) => (host, port),
        _ => (authority, ""),
    };
    let skipped = host.rfind(|sign| !of_host(sign));
    let skipped = skipped.map_or(0, |place| {
        place + host[place..].chars().next().map_or(0, char::len_utf8)
    });
    let name = &host[skipped..];
    let port_is_good = port.is_empty() || port.parse::<u16>().is_ok();
    let begins = from + host[..skipped].chars().count();
    (port_is_good && is_host(name)).then_some(("url", begins, to))
}

/// Four numbers, or words that end in a domain.
fn is_host(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    let Some((domain, names)) = parts.split_last() else {
        return false;
    };
    if names.is_empty()
        || parts
            .iter()
            .any(|part| part.is_empty() || part.starts_with('-'))
    {
        return false;
    }
    let is_number = |part: &&str| part.parse::<u8>().is_ok();
    (parts.len() == 4 && parts.iter().all(is_number)) || is_domain(domain)
}

/// One with only its first letter large is the beginning of a sentence, or of a degree: "M.Si".
fn is_domain(domain: &str) -> bool {
    let small = domain.to_lowercase();
    if small != domain && small.chars().skip(1).eq(domain.chars().skip(1)) {
        return false;
    }
    let listed = |list: &str| list.split_whitespace().any(|known| known == small);
    listed(DOMAINS) || listed(COUNTRIES)
}
