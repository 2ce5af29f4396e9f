/** An expected stop: its message is one sentence for the person who typed the command. */
export class Refusal extends Error {}
