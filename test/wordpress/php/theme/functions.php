<?php
// As every theme in WordPress' directory must.
add_theme_support('title-tag');
add_theme_support('automatic-feed-links');
