/** Interactions: made by what people do, answered by the bot's callback, and reached by their token for 15 minutes. */
import { asJson, codePoints, type Json, numberOf, objectsOf, scalarText } from '../common/json.ts';
import { allComponents } from './components.ts';
import { DiscordError, failure, invalidForm, type Problem } from './errors.ts';
import { createMessage, editMessage } from './messages.ts';
import { modalProblems } from './modal-rules.ts';
import { Permission } from './permissions.ts';
import {
  type Attachment,
  CallbackType,
  type Channel,
  type Guild,
  type Interaction,
  InteractionType,
  type Message,
  MessageFlag,
  type User,
} from './types.ts';
import { guildJson, interactionChannelJson, memberJson, messageJson, userJson } from './wire.ts';
import { botIsIn, channelPermissions, type World } from './world.ts';

/** Life of an interaction token for edits and follow-ups. */
const TOKEN_LIFE_MS = 15 * 60 * 1000;
/** Follow-ups of an app that is only installed for the user. */
const USER_INSTALL_FOLLOW_UPS = 5;
const AUTOCOMPLETE_CHOICES = 25;
/** What the interaction says about uploads: 10 MiB. */
const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

export interface NewInteraction {
  type: number;
  user: User;
  channel: Channel;
  locale?: string | undefined;
  data: Json;
  commandName?: string | undefined;
  source?: Message | undefined;
}

/** Makes an interaction and sends it to the bot. */
export function startInteraction(world: World, input: NewInteraction): Interaction {
  const { channel, user } = input;
  const guild = channel.guildId ? world.guilds.get(channel.guildId) : undefined;
  const id = world.nextId();
  const interaction: Interaction = {
    id,
    token: Buffer.from(`interaction:${id}:${Math.random().toString(36).slice(2)}`).toString('base64url'),
    type: input.type,
    createdAt: world.clock.now(),
    user,
    guildId: channel.guildId,
    channelId: channel.id,
    locale: input.locale ?? 'en-US',
    isUserInstalled: guild !== undefined && !botIsIn(world, guild.id),
    commandName: input.commandName,
    sourceMessageId: input.source?.id,
    acknowledgement: undefined,
    originalId: undefined,
    followUpIds: [],
    modal: undefined,
    choices: undefined,
    data: input.data,
  };
  world.interactions.set(id, interaction);
  const payload = interactionJson(world, interaction, guild, input);
  world.emit({ name: 'INTERACTION_CREATE', guildId: channel.guildId, intent: 0, payload: () => payload });
  return interaction;
}

function interactionJson(
  world: World,
  interaction: Interaction,
  guild: Guild | undefined,
  input: NewInteraction,
): Json {
  const { channel, source, user } = input;
  const member = guild?.members.get(user.id);
  const bits = (userId: string) => String(channelPermissions(world, userId, channel));
  const owners = guild && !interaction.isUserInstalled ? { '0': guild.id } : guild ? { '1': user.id } : { '0': '0' };
  return {
    id: interaction.id,
    application_id: world.application.id,
    type: interaction.type,
    data: interaction.data,
    channel: interactionChannelJson(world, channel, user.id),
    channel_id: channel.id,
    token: interaction.token,
    version: 1,
    locale: interaction.locale,
    app_permissions: interaction.isUserInstalled ? String(Permission.VIEW_CHANNEL) : bits(world.bot.id),
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    context: guild ? 0 : 1,
    attachment_size_limit: ATTACHMENT_LIMIT,
    ...(guild
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: guildJson(world, guild)['features'] },
          guild_locale: guild.locale,
        }
      : {}),
    ...(member ? { member: { ...memberJson(member), permissions: bits(user.id) } } : { user: userJson(user) }),
    ...(source ? { message: messageJson(world, source) } : {}),
  };
}

/** `POST /interactions/{id}/{token}/callback`: the one initial response. Gives the answer's message where there is one. */
export function respond(world: World, interaction: Interaction, body: Json, files: Attachment[]): Message | undefined {
  const afterMs = world.clock.now() - interaction.createdAt;
  if (interaction.acknowledgement) throw failure(40060);
  if (afterMs > world.ackDeadlineMs) throw failure(10062);
  const type = numberOf(body['type']);
  checkType(interaction, type);
  const message = takeEffect(world, interaction, type, asJson(body['data']), files);
  interaction.acknowledgement = { type, afterMs };
  interaction.originalId = message?.id ?? (type === CallbackType.deferUpdate ? interaction.sourceMessageId : undefined);
  world.changes.notify();
  return message;
}

function checkType(interaction: Interaction, type: number): void {
  const isAutocomplete = interaction.type === InteractionType.autocomplete;
  const answers: number[] = isAutocomplete ? [CallbackType.autocomplete] : [CallbackType.message, CallbackType.defer];
  if (interaction.sourceMessageId && !isAutocomplete) answers.push(CallbackType.deferUpdate, CallbackType.update);
  if (!isAutocomplete && interaction.type !== InteractionType.modal) answers.push(CallbackType.modal);
  if (!answers.includes(type)) {
    throw invalidForm([
      {
        path: ['type'],
        code: 'INTERACTION_CALLBACK_TYPE_INVALID',
        message: `Callback type must be one of (${answers.join(', ')}) for this interaction.`,
      },
    ]);
  }
}

function takeEffect(
  world: World,
  interaction: Interaction,
  type: number,
  data: Json,
  files: Attachment[],
): Message | undefined {
  const flags = numberOf(data['flags']);
  switch (type) {
    case CallbackType.defer:
      if (flags & ~MessageFlag.ephemeral) {
        throw invalidForm([
          {
            path: ['data', 'flags'],
            code: 'INTERACTION_CALLBACK_FLAGS_INVALID',
            message: 'A deferral may carry only the EPHEMERAL flag',
          },
        ]);
      }
      return answer(world, interaction, { flags }, [], true);
    case CallbackType.message:
      return answer(world, interaction, data, files, false);
    case CallbackType.update:
      return updateSource(world, interaction, data, files);
    case CallbackType.modal: {
      const problems = modalProblems(data);
      if (problems.length > 0) throw invalidForm(problems);
      interaction.modal = data;
      return undefined;
    }
    case CallbackType.autocomplete:
      interaction.choices = checkedChoices(data);
      return undefined;
    default:
      return undefined;
  }
}

function updateSource(world: World, interaction: Interaction, data: Json, files: Attachment[]): Message {
  const source = world.messages.get(interaction.sourceMessageId ?? '');
  if (!source || source.isDeleted) throw failure(10008);
  return editMessage(world, source, data, files);
}

function checkedChoices(data: Json): Json[] {
  const choices = objectsOf(data['choices']);
  const problems: Problem[] = [];
  if (choices.length > AUTOCOMPLETE_CHOICES)
    problems.push({
      path: ['data', 'choices'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${AUTOCOMPLETE_CHOICES} or fewer in length.`,
    });
  choices.forEach((choice, at) => {
    for (const key of ['name', 'value']) {
      const length = codePoints(scalarText(choice[key]));
      if (length < 1 || length > 100)
        problems.push({
          path: ['data', 'choices', at, key],
          code: 'BASE_TYPE_BAD_LENGTH',
          message: 'Must be between 1 and 100 in length.',
        });
    }
  });
  if (problems.length > 0) throw invalidForm(problems);
  return choices;
}

/** A message of the bot under an interaction: only the invoker sees it when it is ephemeral. */
function answer(world: World, interaction: Interaction, body: Json, files: Attachment[], isLoading: boolean): Message {
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw failure(10003);
  const isEphemeral =
    (numberOf(body['flags']) & MessageFlag.ephemeral) !== 0 || mustBePrivate(world, interaction, channel);
  return createMessage(world, {
    channel,
    author: world.bot,
    body,
    files,
    interaction,
    onlyFor: isEphemeral ? interaction.user.id : undefined,
    isLoading,
  });
}

/** Answers of a user-installed app are public only where the user may use external apps. */
function mustBePrivate(world: World, interaction: Interaction, channel: Channel): boolean {
  return (
    interaction.isUserInstalled &&
    !(channelPermissions(world, interaction.user.id, channel) & Permission.USE_EXTERNAL_APPS)
  );
}

/** The interaction of a webhook token that may still be used; throws what Discord answers otherwise. */
export function interactionOfToken(world: World, applicationId: string, token: string): Interaction {
  // The token carries the id, as Discord's do, so that a load test needs no search.
  const id = Buffer.from(token, 'base64url').toString('utf8').split(':')[1] ?? '';
  const interaction = world.interactions.get(id);
  if (interaction?.token !== token || applicationId !== world.application.id) throw failure(10015);
  if (world.clock.now() - interaction.createdAt > TOKEN_LIFE_MS) throw failure(50027);
  if (!interaction.acknowledgement) throw failure(10015);
  return interaction;
}

/** A message that this interaction's token reaches. */
export function messageOfInteraction(world: World, interaction: Interaction, which: string): Message {
  const id = which === '@original' ? interaction.originalId : which;
  const isOurs = id !== undefined && (id === interaction.originalId || interaction.followUpIds.includes(id));
  const message = isOurs ? world.messages.get(id) : undefined;
  if (!message || message.isDeleted) throw failure(10008);
  return message;
}

/** `POST /webhooks/{application}/{token}`: a follow-up, or (deprecated) the answer in place of the loading message. */
export function followUp(world: World, interaction: Interaction, body: Json, files: Attachment[]): Message {
  const original = world.messages.get(interaction.originalId ?? '');
  if (original && !original.isDeleted && original.flags & MessageFlag.loading)
    return editMessage(world, original, body, files);
  if (interaction.isUserInstalled && interaction.followUpIds.length >= USER_INSTALL_FOLLOW_UPS) throw failure(40094);
  const message = answer(world, interaction, body, files, false);
  interaction.followUpIds.push(message.id);
  return message;
}

/** The component of a message that has this custom id or label. */
export function componentOf(message: Message, idOrLabel: string): Json {
  const all = allComponents(message.components);
  const component = all.find((one) => one['custom_id'] === idOrLabel) ?? all.find((one) => one['label'] === idOrLabel);
  if (!component) throw new DiscordError(400, 0, `the message shows no component "${idOrLabel}"`);
  return component;
}
