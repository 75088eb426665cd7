<?php
/* Plugin Name: Standfirst */

add_action('wp_head', function () {
    printf('<script type="module" src="%s"></script>', esc_url(plugins_url('standfirst.all.js', __FILE__)));
});

// Authors and contributors may use the elements. Where content comes from and comments go to is not theirs to say.
add_filter('wp_kses_allowed_html', function ($tags, $context) {
    if ($context !== 'post') {
        return $tags;
    }
    $attributes = 'story from limit layout show ratio excerpt-lines excerpt-length label heading-level load-more dedupe
        link-params link-target loading refresh-every headline href kicker standfirst image by by-role via cite quote
        pick decorative published portrait variant dateline json-ld order max-depth max-length open holder since until
        links name ways url field mode isolate';
    $allowed = array_fill_keys(preg_split('/\s+/', $attributes), true) + $tags['div'];
    foreach (['article', 'article-card', 'byline', 'comment-count', 'comment-form', 'comments', 'copyright', 'follow',
        'pull-quote', 'related-stories', 'search', 'share'] as $name) {
        $tags["news-$name"] = $allowed;
    }
    return array_map(fn ($known) => is_array($known) ? $known + ['slot' => true] : $known, $tags);
}, 10, 2);
