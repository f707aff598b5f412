# syntax=docker/dockerfile:1
# Kenal in one image: BFF, web app, engine and OCR API in one process. `compose.yaml` runs two of them.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
# The web app, and the engine's models from those of its npm package.
RUN npm run build && node tools/models/build.ts
# What the server needs of the packages, without other systems' binaries of the engine.
RUN npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/onnxruntime-node/bin/napi-v*/darwin node_modules/onnxruntime-node/bin/napi-v*/win32

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data
# tools/process.ts says why.
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=65536
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE /app/NOTICE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.cache/models ./.cache/models
COPY --from=build /app/dist ./dist
COPY --from=build /app/tools/*.ts ./tools/
COPY --from=build /app/tools/backup ./tools/backup
COPY --from=build /app/src ./src
# SQLite, images and generated secrets; with Postgres, S3 and SECRET_KEY nothing is written here.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# As process 1 it gets SIGTERM itself, and ends what is under way.
CMD ["node", "--max-semi-space-size=8", "src/edge/entry.node.ts"]
