import type { ArticleSeed } from './article-seed.ts';
import { gettingStartedArticles } from './getting-started.ts';
import { integrationArticles } from './integrations.ts';
import { invoicingArticles } from './invoicing.ts';
import { paymentsArticles } from './payments.ts';
import { schedulingArticles } from './scheduling.ts';
import { securityArticles } from './security.ts';
import { teamArticles } from './team.ts';

/** All sample articles, oldest first. */
export const articleSeeds: readonly ArticleSeed[] = [
  ...gettingStartedArticles,
  ...schedulingArticles,
  ...invoicingArticles,
  ...paymentsArticles,
  ...teamArticles,
  ...securityArticles,
  ...integrationArticles,
];
