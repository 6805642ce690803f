// What imports of files other than modules give: their address.
declare module "*.svg" {
  const url: string;
  export default url;
}
