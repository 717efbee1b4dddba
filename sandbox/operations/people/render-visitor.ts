import { app } from '../../model/app.ts';
import type { Visitor } from '../../model/people.ts';

/** A visitor as the API answers it. */
export function renderVisitor(visitor: Visitor): unknown {
  const { location, last_request_at, created_at } = visitor;
  return {
    ...visitor,
    type: 'visitor',
    app_id: app.id,
    anonymous: true,
    avatar: { type: 'avatar', image_url: null },
    phone: null,
    owner_id: null,
    // As Intercom spells it.
    las_request_at: last_request_at,
    remote_created_at: created_at,
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    do_not_track: null,
    location_data: {
      type: 'location_data',
      city_name: location.city,
      region_name: location.region,
      country_name: location.country,
    },
    companies: { type: 'company.list', companies: [] },
    segments: { type: 'segment.list', segments: [] },
    social_profiles: { type: 'social_profile.list', social_profiles: [] },
    tags: { type: 'tag.list', tags: [] },
  };
}
