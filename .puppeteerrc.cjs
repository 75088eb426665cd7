// Installing must not download a browser: the test command finds one, or says what to install.
module.exports = { skipDownload: true };
