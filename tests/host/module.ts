import * as autocomplete from "@codemirror/autocomplete";
import * as commands from "@codemirror/commands";
import * as language from "@codemirror/language";
import * as lint from "@codemirror/lint";
import * as search from "@codemirror/search";
import * as state from "@codemirror/state";
import * as view from "@codemirror/view";
import * as common from "@lezer/common";
import * as highlight from "@lezer/highlight";
import * as lr from "@lezer/lr";
import type * as obsidian from "obsidian";
import { App } from "./app";
import { Component } from "./component";
import { Editor } from "./editor/editor";
import { editorEditorField, editorInfoField, editorLivePreviewField } from "./editor/fields";
import { Events } from "./events";
import { FileManager } from "./file-manager";
import { TAbstractFile, TFile, TFolder } from "./files";
import * as frontmatter from "./frontmatter";
import * as functions from "./functions";
import { addIcon, getIcon, getIconIds, removeIcon, setIcon } from "./icons";
import { WorkspaceLeaf } from "./leaf";
import { MarkdownView } from "./markdown-view";
import { MetadataCache } from "./metadata";
import { normalizePath } from "./paths";
import { Platform } from "./platform";
import { Plugin } from "./plugin";
import type { Modules } from "./plugins";
import { request, requestUrl } from "./request-url";
import * as fuzzy from "./search";
import { SecretStorage } from "./secrets";
import { NotImplemented, strict } from "./strict";
import * as buttons from "./ui/buttons";
import * as components from "./ui/components";
import { Keymap, Scope } from "./ui/keymap";
import { Menu, MenuItem } from "./ui/menu";
import { ConfirmationButton, ConfirmationModal, Modal } from "./ui/modal";
import { Notice } from "./ui/notice";
import { PopoverSuggest } from "./ui/popover-suggest";
import { SecretComponent } from "./ui/secret-component";
import { Setting, SettingGroup } from "./ui/setting";
import { PluginSettingTab, SettingPage, SettingTab } from "./ui/setting-tab";
import { FuzzySuggestModal, SuggestModal } from "./ui/suggest";
import { displayTooltip, setTooltip } from "./ui/tooltip";
import { Vault } from "./vault";
import { FileView, ItemView, View } from "./view";
import { Workspace } from "./workspace";

// The plugin shows replies by its own renderer; Obsidian's would run every other plugin's code on them.
class MarkdownRenderer {
	static render(): never {
		throw new NotImplemented("MarkdownRenderer.render: no text may be handed to it");
	}

	static renderMarkdown(): never {
		throw new NotImplemented("MarkdownRenderer.renderMarkdown: no text may be handed to it");
	}
}

class MarkdownRenderChild extends Component {
	constructor(public containerEl: HTMLElement) {
		super();
	}
}

const offered = {
	App,
	Component,
	Editor,
	Events,
	FileManager,
	FileView,
	FuzzySuggestModal,
	ItemView,
	Keymap,
	MarkdownRenderChild,
	MarkdownRenderer,
	MarkdownView,
	Menu,
	MenuItem,
	MetadataCache,
	Modal,
	ConfirmationModal,
	ConfirmationButton,
	Notice,
	Platform,
	Plugin,
	PluginSettingTab,
	PopoverSuggest,
	Scope,
	SecretStorage,
	Setting,
	SettingGroup,
	SettingPage,
	SettingTab,
	SuggestModal,
	TAbstractFile,
	TFile,
	TFolder,
	Vault,
	View,
	Workspace,
	WorkspaceLeaf,
	addIcon,
	displayTooltip,
	editorEditorField,
	editorInfoField,
	editorViewField: editorInfoField,
	editorLivePreviewField,
	getIcon,
	getIconIds,
	normalizePath,
	removeIcon,
	request,
	requestUrl,
	setIcon,
	setTooltip,
	SecretComponent,
	...buttons,
	...components,
	...frontmatterFunctions(),
	...functions,
	...fuzzy,
};

// Nothing is offered that obsidian.d.ts does not declare; the compiler names what is.
type Undeclared = Exclude<keyof typeof offered, keyof typeof obsidian>;
const declared: [Undeclared] extends [never] ? typeof offered : Undeclared = offered;

/** What `require` answers in a plugin: one instance of each package, Obsidian's refusing what it has not. */
export const modules: Modules = {
	obsidian: strict("obsidian", declared),
	"@codemirror/autocomplete": autocomplete,
	"@codemirror/commands": commands,
	"@codemirror/language": language,
	"@codemirror/lint": lint,
	"@codemirror/search": search,
	"@codemirror/state": state,
	"@codemirror/view": view,
	"@lezer/common": common,
	"@lezer/highlight": highlight,
	"@lezer/lr": lr,
};

function frontmatterFunctions(): Omit<typeof frontmatter, "changeFrontMatter"> {
	const { changeFrontMatter: _own, ...rest } = frontmatter;
	return rest;
}
