export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { newKeys } from './secrets/keyring.ts';
export { type ListeningGateway, type ServeGatewayOptions, serveGateway } from './serve-gateway.ts';
export type { Store } from './store/contract/store.ts';
export { openStore, type StoreOptions } from './store/open-store.ts';
