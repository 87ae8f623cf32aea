//! Looking at an address before someone reports that it is live: reachable, with which answer, and
//! until when its certificate is valid. It informs and decides nothing.
//!
//! What people type leads the bot to a server, so it goes nowhere but where the office's own names
//! lead, over HTTPS, to public addresses; it gives nothing of itself away, and reads no page.

mod address;
mod certificate;
mod recent;
mod resolver;
mod result;

use std::{fmt, sync::Arc, time::Duration};

use reqwest::{
    Certificate, Client, Response,
    dns::Resolve,
    redirect::{Action, Attempt, Policy},
    tls::TlsInfo,
};

pub use recent::{Glance, Glances};
pub use resolver::{PublicOnly, SystemNames, is_public};
pub use result::{CertificateFault, LookResult};

use address::Address;
use resolver::ExplainedNames;
use result::LookError;

/// How long a look may take altogether.
const LIMIT: Duration = Duration::from_secs(5);
/// How often a site may send us on.
const MOST_HOPS: usize = 3;

/// Looks at addresses. Cloning is cheap.
#[derive(Clone)]
pub struct Looker {
    names: Arc<dyn Resolve>,
    roots: Arc<[Certificate]>,
    limit: Duration,
}

impl fmt::Debug for Looker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Looker")
            .field("roots", &self.roots.len())
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

impl Looker {
    /// Looks as anyone on the internet would: the system's names, public addresses only.
    pub fn public() -> Looker {
        Looker::with(Arc::new(PublicOnly::over(Arc::new(SystemNames))), [])
    }

    /// Looks with names of one's own, and trusts these roots as well: for an office with a
    /// certificate authority of its own. Where the names lead is up to whoever gives them; wrap
    /// them in [`PublicOnly`] unless they are meant to lead inside. A port of 0 means 443.
    pub fn with(names: Arc<dyn Resolve>, roots: impl IntoIterator<Item = Certificate>) -> Looker {
        Looker {
            names,
            roots: roots.into_iter().collect(),
            limit: LIMIT,
        }
    }

    /// The same, with another limit of time.
    #[must_use]
    pub fn within(self, limit: Duration) -> Looker {
        Looker { limit, ..self }
    }

    /// Looks at a host name or a link, if it is one of ours: `domains` or a name beneath them.
    pub async fn look(&self, host_or_url: &str, domains: &[String]) -> LookResult {
        let Some(address) = Address::read(host_or_url, domains) else {
            return LookResult::NotOurs;
        };
        let looked = tokio::time::timeout(self.limit, self.open(address, domains));
        match looked.await {
            Ok(Ok(seen)) => seen,
            Ok(Err(error)) => LookResult::of(&error),
            Err(_) => LookResult::Timeout,
        }
    }

    async fn open(
        &self,
        address: Address,
        domains: &[String],
    ) -> Result<LookResult, reqwest::Error> {
        let asked = address.shown();
        let response = self.client(domains)?.get(address.url()).send().await?;
        let at = address::shown(response.url());
        Ok(LookResult::Answer {
            status: response.status().as_u16(),
            moved: (at != asked).then_some(at),
            until: presented(&response).and_then(certificate::valid_until),
        })
    }

    /// A client for one look: nothing of an earlier look is used again, so that what is seen is
    /// seen now.
    fn client(&self, domains: &[String]) -> Result<Client, reqwest::Error> {
        let domains = domains.to_vec();
        let client = Client::builder()
            .use_rustls_tls()
            .https_only(true)
            .http1_only()
            .no_proxy()
            .referer(false)
            .user_agent("Loket")
            .tls_info(true)
            .dns_resolver(Arc::new(ExplainedNames(self.names.clone())))
            .redirect(Policy::custom(move |hop| follow(hop, &domains)));
        let trust = |client: reqwest::ClientBuilder, root: &Certificate| {
            client.add_root_certificate(root.clone())
        };
        self.roots.iter().fold(client, trust).build()
    }
}

/// Each hop is judged as the first address was, except that the way back to HTTP is not taken.
fn follow(hop: Attempt<'_>, domains: &[String]) -> Action {
    if hop.previous().len() > MOST_HOPS {
        return hop.error(LookError::TooManyRedirects);
    }
    if hop.url().scheme() == "https" && Address::of(hop.url().clone(), domains).is_some() {
        return hop.follow();
    }
    let to = address::origin(hop.url());
    hop.error(LookError::Elsewhere { to })
}

/// The certificate that the server has shown, as it came.
fn presented(response: &Response) -> Option<&[u8]> {
    response.extensions().get::<TlsInfo>()?.peer_certificate()
}
