export { type HostOptions, hostApi } from '../runtime/hosting/host-api.ts';
export type {
  AddressVariable,
  CredentialField,
  CredentialWay,
  HostedAccount,
  HostedApi,
  HostedLogin,
} from '../runtime/hosting/hosted-api.ts';
export { createGateway, type Gateway, type GatewayOptions } from './gateway.ts';
export { newKeys } from './secrets/keyring.ts';
export { type ListeningGateway, type ServeGatewayOptions, serveGateway } from './serve-gateway.ts';
export type { Store } from './store/contract/store.ts';
export { openStore, type StoreOptions } from './store/open-store.ts';
