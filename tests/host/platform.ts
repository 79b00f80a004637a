import type * as obsidian from "obsidian";

const asked = new URLSearchParams(location.search).get("mobile");
const isMobile = asked !== null && asked !== "0";

/** Obsidian's `Platform`; `?mobile=1` makes it an Android phone. */
export const Platform: typeof obsidian.Platform = {
	isDesktop: !isMobile,
	isMobile,
	isDesktopApp: !isMobile,
	isMobileApp: isMobile,
	isIosApp: false,
	isAndroidApp: isMobile,
	isPhone: isMobile,
	isTablet: false,
	isMacOS: navigator.platform.startsWith("Mac"),
	isWin: navigator.platform.startsWith("Win"),
	isLinux: navigator.platform.startsWith("Linux"),
	isSafari: false,
	resourcePathPrefix: "",
};
