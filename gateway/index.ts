export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { openStore, type Store, type StoreOptions } from './store/store.ts';
