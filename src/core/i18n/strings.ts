import type { InterfaceLanguage } from "../languages/interface-language";
import { en, type InterfaceStrings } from "./en";
import { fr } from "./fr";

/** All that the interface says, by language. */
export const interfaceStrings: Readonly<Record<InterfaceLanguage, InterfaceStrings>> = { en, fr };
