<?php
// What a web server's rewriting does for WordPress: files are served as they are, all else is for its front controller.
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if (is_file($file) || is_file("$file/index.php") && !in_array($path, ['/', '/news/'])) {
    return false;
}
$front = str_starts_with($path, '/news/') ? '/news/index.php' : '/index.php';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $front;
require $_SERVER['DOCUMENT_ROOT'] . $front;
