# One image holds every process of the house; which `main` runs is the command. The gateway is the default, since it
# is the only one that needs nothing but addresses.

FROM node:24-bookworm-slim AS manifests
WORKDIR /house
COPY package.json package-lock.json ./
COPY schema/package.json schema/
COPY kit/package.json kit/
COPY gateway/package.json gateway/
COPY subgraphs/labor-office/package.json subgraphs/labor-office/
COPY subgraphs/training-center/package.json subgraphs/training-center/
COPY subgraphs/province/package.json subgraphs/province/
COPY subgraphs/employers/package.json subgraphs/employers/
COPY test/package.json test/

FROM manifests AS build
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY schema schema
COPY kit kit
COPY gateway gateway
COPY subgraphs subgraphs
RUN npx tsc -b gateway subgraphs/*

# The PostgreSQL binaries are optional dependencies for `npm start`; here the database is a service of its own.
FROM manifests AS packages
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

FROM node:24-bookworm-slim AS house
ENV NODE_ENV=production
WORKDIR /house
COPY --from=packages /house ./
COPY --from=build /house/schema/dist schema/dist
COPY --from=build /house/kit/dist kit/dist
COPY --from=build /house/gateway/dist gateway/dist
COPY --from=build /house/subgraphs/labor-office/dist subgraphs/labor-office/dist
COPY --from=build /house/subgraphs/training-center/dist subgraphs/training-center/dist
COPY --from=build /house/subgraphs/province/dist subgraphs/province/dist
COPY --from=build /house/subgraphs/employers/dist subgraphs/employers/dist
COPY kit/migrations kit/migrations
COPY subgraphs/labor-office/migrations subgraphs/labor-office/migrations
COPY subgraphs/training-center/migrations subgraphs/training-center/migrations
COPY subgraphs/province/migrations subgraphs/province/migrations
COPY subgraphs/employers/migrations subgraphs/employers/migrations
COPY schema/operations schema/operations
COPY schema/supergraph.graphql schema/api.graphql schema/
COPY test/journeys/questions test/journeys/questions
# Files belong to root and the process does not: what runs cannot change what is run.
USER node
CMD ["node", "gateway/dist/main.js"]
