/** `/usage`: one's own allowance for everybody, the ledger for admins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
const summarise = () =>
  world.ask({ command: 'summarise', options: { article: world.site.url('/news/tidemouth-ferry') } });

beforeAll(async () => {
  world = await startWorld({ hasModel: true });
  await summarise();
  await summarise();
});
afterAll(async () => {
  await world.close();
});

describe('/usage', () => {
  it('tells a member, privately, what is left of the day, and nothing of others', async () => {
    const before = await world
      .app()
      .desk.allowance.remaining(
        { guild: world.discord.guild.id, member: world.discord.member.id },
        (await world.app().desk.settings.get(world.discord.guild.id)).settings,
      );
    const { text, isEphemeral, files } = await world.ask({ command: 'usage' });
    expect(isEphemeral).toBe(true);
    expect(before.member).toBeLessThan(50_000);
    expect(text).toContain(`You have ${before.member.toLocaleString('en')} tokens left today.`);
    expect(text).not.toContain('Usage of this server');
    expect(files).toEqual([]);
  });

  it('tells an admin what the server used, by day and member, in lines without a grid, with the file behind it', async () => {
    const { text, files } = await world.ask({ command: 'usage', as: 'admin' });
    expect(text).toContain('### By day');
    expect(text).toMatch(
      new RegExp(
        `\\*\\*<@${world.discord.member.id}>:\\*\\* 2 requests; 1 call of the model, [\\d,]+ tokens; ` +
          `1 answered from the store, which saved about [\\d,]+ tokens`,
        'u',
      ),
    );
    expect(text).not.toMatch(/[|`─]/u);
    expect(text).not.toContain('money');
    const [head, row] = files[0]?.text.split('\r\n') ?? [];
    expect(files[0]?.name).toBe('usage.csv');
    expect(head).toBe('day,member,requests,model_calls,input_tokens,output_tokens,cache_hits,saved_tokens');
    expect(row).toMatch(new RegExp(`^\\d{4}-\\d\\d-\\d\\d,${world.discord.member.id},2,1,\\d+,\\d+,1,\\d+$`, 'u'));
  });

  it('in a direct message tells of the small allowance of a person', async () => {
    const { discord } = world;
    const dm = discord.build.openDm(discord.member);
    const run = discord.act.slash({ channel: dm, user: discord.member, command: 'usage' });
    expect((await world.served(run)).text).toContain('You have 20,000 tokens left today.');
  });

  it('says who may not spend, and why', async () => {
    const { discord } = world;
    const role = discord.build.addRole(discord.guild, { name: 'Editors' });
    const facts = { guildCeiling: null };
    const { settings } = world.app().desk;
    await settings.change(discord.guild.id, { field: 'spendingRoles', value: [role.id] }, facts, '99999');
    expect((await world.ask({ command: 'usage' })).text).toContain('None of your roles may spend tokens here.');
  });
});
