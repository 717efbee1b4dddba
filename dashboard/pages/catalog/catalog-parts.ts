import { type ComponentChildren, type ComponentType, createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What pages of the catalog look like in one way within the dashboard, and in another as files of a site. */
export interface CatalogParts {
  /** Leads to the page of a tool. */
  readonly ToolLink: ComponentType<{ name: string; class?: string; children: ComponentChildren }>;
  /** Leads to the tools of a tag. */
  readonly TagLink: ComponentType<{ tag: string; children: ComponentChildren }>;
  /** A text that can be copied. */
  readonly Code: ComponentType<{ text: string; label: string }>;
  /** How a program comes to a client: lines of imports, and lines that make it. */
  readonly setup: { readonly imports: readonly string[]; readonly client: readonly string[] };
}

const Parts = createContext<CatalogParts | undefined>(undefined);

/** Says what pages of the catalog are made of below. */
export const CatalogPartsProvider = Parts.Provider;

/** What pages of the catalog are made of here. */
export function useCatalogParts(): CatalogParts {
  const parts = useContext(Parts);
  if (parts === undefined) throw new Error('a page of the catalog outside of CatalogPartsProvider');
  return parts;
}
