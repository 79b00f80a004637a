import { Plugin } from "obsidian";

/** Registers the parts; everything they do is theirs. */
export default class ExpertFriendPlugin extends Plugin {}
