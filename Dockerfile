# The shop in one image: `docker build -t jishi .`, then compose.yaml or docs/deploy.md.
# Nothing is fetched but the base image and npm's registry. The mini-programs are not in it: they are uploaded with the
# vendors' tools, built on a developer's machine.

FROM node:22-bookworm-slim AS build
WORKDIR /app
# before the sources: an unchanged lock file keeps this layer
COPY package.json package-lock.json .npmrc ./
COPY contract/package.json contract/
COPY server/package.json server/
COPY console/package.json console/
RUN npm ci
COPY . .
RUN npm run build:h5 && npm run build:console && npm run build:server

# only what the bundle does not hold: PGlite and sharp, with their binaries
FROM node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contract/package.json contract/
COPY server/package.json server/
COPY console/package.json console/
RUN npm ci --omit=dev --workspace=server

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 CONSOLE_PORT=3001 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/scripts/start.mjs /app/scripts/stale.mjs scripts/
COPY --from=build /app/dist/h5 dist/h5
COPY --from=build /app/console/dist console/dist
COPY --from=build /app/server/dist server/dist
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000 3001
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/main.js"]
