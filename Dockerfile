# Loket in a container: docker build -t loket . && docker run -v loket:/var/lib/loket --env-file loket.env loket
# The database and the archive lie in the volume; so do backups, where LOKET_BACKUP=/var/lib/loket/backup says so.

FROM rust:1.94-bookworm AS build
WORKDIR /src
COPY . .
RUN cargo build --locked --release --bin loket

FROM debian:bookworm-slim
# pg_dump is for backups of PostgreSQL; SQLite needs nothing.
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/loket --shell /usr/sbin/nologin loket \
    && install -d -o loket -g loket -m 700 /var/lib/loket
COPY --from=build /src/target/release/loket /usr/bin/loket
USER loket
WORKDIR /var/lib/loket
VOLUME /var/lib/loket
# Without LOKET_LISTEN nobody listens; `loket doctor` looks by itself.
HEALTHCHECK --interval=5m --timeout=60s --start-period=1m CMD ["loket", "doctor"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["loket"]
CMD ["run"]
