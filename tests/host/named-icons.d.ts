/** Made by the build: the icons that are named in the source. */
declare module "named-icons" {
	const icons: Readonly<
		Record<string, readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[]>
	>;
	export default icons;
}
