# Built as root, served by an ordinary user. Node 24 comes with the image.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY . .
RUN node scripts/generate.mjs && node scripts/build-public-css.mjs \
 && NEXT_TELEMETRY_DISABLED=1 node node_modules/next/dist/bin/next build

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 PORTAL_DATA=/data
WORKDIR /app
COPY --from=build --chown=node:node /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=react-server", "--disable-warning=ExperimentalWarning", "scripts/serve.ts", "--built"]
