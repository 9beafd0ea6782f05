# The bot without its sandbox: npm ci passes by a workspace whose folder is not there. Never built here: no container engine was at
# hand. tests/container.test.ts checks what can be checked without one.
FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /opt/verbatim
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY commands commands
COPY prompts prompts
COPY src src
RUN mkdir data && chown node:node data
USER node
VOLUME /opt/verbatim/data
ENV HTTP_PORT=8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "--heap-growing-percent=20", "src/main.ts"]
