import {
  applicationReceipt,
  applicationStatus,
  applicationSubmission,
  CARD_END_HEADER,
  draft,
  draftReply,
  PROOF_HEADER,
  proofChallenge,
  readingReply,
  resubmissionReply,
  sessionReceipt,
  sessionReply,
} from '#src/contract/index.ts';
import { sessionRequest } from '#src/contract/partner/index.ts';
import { inPath, json, named, type Operation, type Parameter } from './operation.ts';

const images = ['image/jpeg', 'image/png', 'image/bmp', 'application/octet-stream'];
const reply = named('SessionReply', sessionReply);
const receipt = named('ApplicationReceipt', applicationReceipt);
const form = named('Draft', draft);
named('ReadingReply', readingReply);

const SESSIONS = '/api/sessions';
const DRAFT = '/api/draft';
const APPLICATIONS = '/api/applications';

const cardEnd: Parameter = {
  name: CARD_END_HEADER,
  in: 'header',
  required: false,
  description: "With the status secret: the last four characters of the card's number",
};

/** What a customer's browser calls. */
export const CUSTOMER: readonly Operation[] = [
  {
    method: 'post',
    path: SESSIONS,
    tag: 'Onboarding',
    summary:
      "A token for one onboarding; with a token, its session goes on under a new one; with a partner's secret key, as the body says",
    auth: 'none',
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: false,
        description: "With a partner's key: repetitions within a day get the first reply",
      },
      {
        name: PROOF_HEADER,
        in: 'header',
        required: false,
        description:
          'Where work is asked for (`proof_required`): base64url of the JSON of challenge and solution',
      },
    ],
    request: json(named('SessionRequest', sessionRequest)),
    bodyOptional: true,
    replies: { 200: reply, 201: reply },
    problems: [400, 401, 403, 404, 409, 413],
  },
  {
    method: 'post',
    path: '/api/challenges',
    tag: 'Onboarding',
    summary: 'Work for a browser before its session (ALTCHA, version 2), where PROOF_OF_WORK is set',
    auth: 'none',
    bodyOptional: true,
    replies: { 201: named('ProofChallenge', proofChallenge) },
    problems: [404],
  },
  {
    method: 'post',
    path: '/api/readings/{country}',
    tag: 'Onboarding',
    summary: 'Read the photo of a card',
    auth: 'token',
    parameters: [inPath('country')],
    request: images.map((type) => ({ type, schema: null })),
    replies: { 200: readingReply },
    problems: [400, 401, 404, 409, 413, 415, 502],
  },
  {
    method: 'get',
    path: DRAFT,
    tag: 'Onboarding',
    summary: 'The form so far, with the reading it refers to; 204 where there is none',
    auth: 'token',
    replies: { 200: named('DraftReply', draftReply), 204: null },
    problems: [401],
  },
  {
    method: 'put',
    path: DRAFT,
    tag: 'Onboarding',
    summary: 'Keep the form so far',
    auth: 'token',
    request: json(form),
    replies: { 204: null },
    problems: [400, 401, 409, 413],
  },
  {
    method: 'delete',
    path: DRAFT,
    tag: 'Onboarding',
    summary: 'Erase the draft, and every reading and photo that no application holds',
    auth: 'token',
    replies: { 204: null },
    problems: [401],
  },
  {
    method: 'post',
    path: APPLICATIONS,
    tag: 'Onboarding',
    summary: 'Submit; 200 and the same receipt for every repetition',
    auth: 'token',
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: '8 to 128 printable characters; the same for every repetition',
      },
    ],
    request: json(named('ApplicationSubmission', applicationSubmission)),
    replies: { 200: receipt, 201: receipt },
    problems: [400, 401, 403, 404, 409, 413, 422],
  },
  {
    method: 'get',
    path: APPLICATIONS,
    tag: 'Onboarding',
    summary: 'The receipt of what this session has submitted; 204 where it has submitted nothing',
    auth: 'token',
    replies: { 200: sessionReceipt, 204: null },
    problems: [401],
  },
  {
    method: 'post',
    path: `${APPLICATIONS}/{id}/resubmission`,
    tag: 'Onboarding',
    summary: 'A token to send what was asked for again, by session token or status secret',
    auth: 'token',
    parameters: [inPath('id'), cardEnd],
    replies: { 201: named('ResubmissionReply', resubmissionReply) },
    problems: [401, 403, 404, 409],
  },
  {
    method: 'delete',
    path: `${APPLICATIONS}/{id}`,
    tag: 'Onboarding',
    summary: 'Take an application back and erase it, by session token or status secret, until it is decided',
    auth: 'token',
    parameters: [inPath('id'), cardEnd],
    replies: { 204: null },
    problems: [401, 403, 404, 409],
  },
  {
    method: 'delete',
    path: `${APPLICATIONS}/{id}/link`,
    tag: 'Onboarding',
    summary: 'End the secret of the status page',
    auth: 'token',
    parameters: [inPath('id')],
    replies: { 204: null },
    problems: [401, 404],
  },
  {
    method: 'get',
    path: `${APPLICATIONS}/{id}`,
    tag: 'Onboarding',
    summary: 'Where an application stands, by session token or status secret',
    auth: 'token',
    parameters: [inPath('id')],
    replies: { 200: named('ApplicationStatus', applicationStatus) },
    problems: [401, 404],
  },
];
