// Standfirst runs in Node as it is.
export default { serverExternalPackages: ['standfirst'] };
