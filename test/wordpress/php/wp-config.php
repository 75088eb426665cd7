<?php
// One WordPress, many sites: what the host name says before its first dot is how the site is set, so that tests can run
// side by side. `anonymous-moderated.localhost` takes comments by REST from everybody and holds them.
//
//   anonymous   comments by REST without signing in        members   comments after signing in only
//   moderated   every comment is held                      flood     fifteen seconds between two comments
//   plain       addresses such as /?p=12                   sub       the site lives under /news/
//   walled      REST is closed to visitors                 hidden    users are hidden from REST
//   bare        without our plugin                         strict    nobody may write any HTML, as some hosts set it
define('NEWS_TRAITS', explode('-', explode('.', $_SERVER['HTTP_HOST'] ?? '')[0]));

define('DB_NAME', 'news');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . dirname(__DIR__) . '/db.sock');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

define('WP_HOME', 'http://' . ($_SERVER['HTTP_HOST'] ?? 'localhost') . (in_array('sub', NEWS_TRAITS) ? '/news' : ''));
define('WP_SITEURL', WP_HOME);

// To WordPress all tests come from one address, and too many comments from one address are a flood: each site has its own.
$_SERVER['REMOTE_ADDR'] = long2ip(crc32($_SERVER['HTTP_HOST'] ?? ''));

// Application passwords over http.
define('WP_ENVIRONMENT_TYPE', 'local');
// Nothing leaves this machine, and nothing runs beside the request.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);

define('DISALLOW_UNFILTERED_HTML', in_array('strict', NEWS_TRAITS));

defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
