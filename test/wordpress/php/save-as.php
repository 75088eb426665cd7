<?php
// Saves a post as that user does in the classic editor, which does not go through REST, and prints its id.
// php save-as.php USER <CONTENT
require getcwd() . '/wp-load.php';
wp_set_current_user((int) $argv[1]);
// Who may write any HTML is looked at when a user signs in.
kses_init();
echo wp_insert_post(wp_slash([
    'post_title' => 'From the classic editor',
    'post_content' => stream_get_contents(STDIN),
    'post_status' => 'publish',
    'post_date' => '2001-02-03 04:05:06',
]));
