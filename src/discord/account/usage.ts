/** `/usage`: one's own allowance; for admins the server's ledger too. */
import { mayGuildSpend } from '#domain';

import type { RequestContext } from '../contracts/handling.ts';
import type { MessageView } from '../contracts/view.ts';
import { usageView } from './usage-view.ts';

export async function usageOf(context: RequestContext): Promise<MessageView> {
  const { guild, userId, settings, maySpend, isAdmin, services, wording } = context;
  const { allowance, ceilings, ledger } = services.desk;
  const [remaining, rows] = await Promise.all([
    allowance.remaining({ guild, member: userId }, settings),
    isAdmin ? ledger.rows(guild) : null,
  ]);
  const closed = mayGuildSpend(guild, ceilings) ? (maySpend ? null : 'role') : 'not-allowed';
  return usageView({ remaining, closed, prices: services.prices, rows }, wording);
}
