<!doctype html>
<html <?php language_attributes(); ?>>
<head>
  <meta charset="<?php bloginfo('charset'); ?>">
  <link rel="icon" href="data:,">
  <?php wp_head(); ?>
</head>
<body>
  <?php while (have_posts()) : the_post(); ?>
    <article>
      <h1><?php the_title(); ?></h1>
      <?php the_content(); ?>
    </article>
    <?php if (is_singular()) : ?>
      <ol id="their-comments">
        <?php wp_list_comments(['style' => 'ol'], get_comments(['post_id' => get_the_ID(), 'status' => 'approve', 'order' => 'ASC'])); ?>
      </ol>
      <?php comment_form(); ?>
    <?php endif; ?>
  <?php endwhile; ?>
  <?php wp_footer(); ?>
</body>
</html>
