/** Routes under an interaction's token: the callback, and the answer's messages afterwards. */
import { asJson, type Json, numberOf } from '../common/json.ts';
import { failure } from './errors.ts';
import type { Answer } from './faults.ts';
import { followUp, interactionOfToken, messageOfInteraction, respond } from './interactions.ts';
import { deleteMessage, editMessage } from './messages.ts';
import { type Call, NO_CONTENT, ok, param, type Route } from './route.ts';
import { CallbackType, type Interaction, type Message } from './types.ts';
import { isEphemeral, messageJson } from './wire.ts';

/** Routes that the token in the path opens: the interaction callback and the application's webhook. */
export const interactionRoutes: Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    isOpen: true,
    handle: callback,
  },
  {
    method: 'POST',
    template: '/webhooks/{webhook_id}/{webhook_token}',
    isOpen: true,
    handle: (call) => ok(messageJson(call.world, followUp(call.world, interactionFor(call), call.body, call.files))),
  },
  {
    method: 'GET',
    template: '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
    isOpen: true,
    handle: (call) => ok(messageJson(call.world, messageOf(call))),
  },
  {
    method: 'PATCH',
    template: '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
    isOpen: true,
    handle: (call) => ok(messageJson(call.world, editMessage(call.world, messageOf(call), call.body, call.files))),
  },
  {
    method: 'DELETE',
    template: '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
    isOpen: true,
    handle(call) {
      deleteMessage(call.world, messageOf(call));
      return NO_CONTENT;
    },
  },
];

function interactionFor(call: Call): Interaction {
  return interactionOfToken(call.world, param(call, 0), param(call, 1));
}

function messageOf(call: Call): Message {
  return messageOfInteraction(call.world, interactionFor(call), param(call, 2));
}

function callback(call: Call): Answer {
  const interaction = call.world.interactions.get(param(call, 0));
  if (!interaction || interaction.token !== param(call, 1)) throw failure(10062);
  const message = respond(call.world, interaction, call.body, call.files);
  if (call.query.get('with_response') !== 'true') return NO_CONTENT;
  return ok(callbackResponse(call, interaction, message));
}

function callbackResponse(call: Call, interaction: Interaction, message: Message | undefined): Json {
  const type = numberOf(asJson(call.body)['type']);
  // Discord documents a message in the answer for types 4 and 7 only, not for a deferral.
  const carriesMessage = message !== undefined && (type === CallbackType.message || type === CallbackType.update);
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.id,
            response_message_ephemeral: isEphemeral(message),
            response_message_loading: type === CallbackType.defer,
          }
        : {}),
    },
    resource: { type, ...(carriesMessage ? { message: messageJson(call.world, message) } : {}) },
  };
}
