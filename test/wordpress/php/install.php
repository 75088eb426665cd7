<?php
// Installs WordPress as its own page does, empty, and prints an application password of its administrator.
(new mysqli(null, 'root', '', null, 0, dirname(getcwd()) . '/db.sock'))->query('CREATE DATABASE news');

define('WP_INSTALLING', true);
require getcwd() . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

['user_id' => $admin] = wp_install('The Harbour Gazette', 'admin', 'admin@example.org', true, '', 'admin');
array_map(fn ($post) => wp_delete_post($post->ID, true), get_posts(['post_type' => 'any', 'numberposts' => -1]));
update_option('template', 'gazette');
update_option('stylesheet', 'gazette');
update_option('uploads_use_yearmonth_folders', 0);
echo WP_Application_Passwords::create_new_application_password($admin, ['name' => 'tests'])[0];
