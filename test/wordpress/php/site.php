<?php
// How a site of this WordPress is set, as its host name says: see wp-config.php.
$is = fn (string $trait): bool => in_array($trait, NEWS_TRAITS);
$set = fn (string $option, $value) => add_filter("pre_option_$option", fn () => $value);

$set('permalink_structure', $is('plain') ? '' : '/%year%/%monthnum%/%postname%/');
$set('comment_moderation', $is('moderated') ? '1' : '0');
$set('comment_previously_approved', '0');
$set('comment_registration', $is('members') ? '1' : '0');
$set('thread_comments_depth', '5');
$set('disallowed_keys', 'casino');
$set('show_avatars', '0');

if ($is('anonymous')) {
    add_filter('rest_allow_anonymous_comments', '__return_true');
}
if (!$is('flood')) {
    add_filter('wp_is_comment_flood', '__return_false', 99);
} else {
    // WordPress' own fifteen seconds may have passed where a machine is slow.
    add_filter('comment_flood_filter', fn ($flood, $last, $now) => $now - $last < HOUR_IN_SECONDS, 99, 3);
}
if ($is('walled')) {
    add_filter('rest_authentication_errors', fn ($error) => $error ?? (is_user_logged_in() ? null : new WP_Error(
        'rest_not_logged_in',
        'You are not currently logged in.',
        ['status' => 401]
    )));
}
if ($is('hidden')) {
    // As plugins do that guard against the guessing of names.
    add_filter('rest_endpoints', fn (array $routes) => array_filter(
        $routes,
        fn (string $route) => is_user_logged_in() || !str_starts_with($route, '/wp/v2/users'),
        ARRAY_FILTER_USE_KEY
    ));
}

add_action('init', function () {
    register_post_type('reviews', [
        'public' => true,
        'show_in_rest' => true,
        'label' => 'Reviews',
        'supports' => ['title', 'editor', 'excerpt', 'author', 'thumbnail', 'comments'],
        'taxonomies' => ['category', 'post_tag'],
    ]);
});

// What WordPress would load from its own servers.
remove_action('wp_head', 'print_emoji_detection_script', 7);

// No letters to moderators.
function wp_mail(): bool
{
    return true;
}

if (!$is('bare')) {
    require __DIR__ . '/standfirst/standfirst.php';
}
