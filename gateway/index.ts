export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { newKeys } from './secrets/keyring.ts';
export { type ListeningGateway, type ServeGatewayOptions, serveGateway } from './serve-gateway.ts';
export { openStore, type Store, type StoreOptions } from './store/open-store.ts';
